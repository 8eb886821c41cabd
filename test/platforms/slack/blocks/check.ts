import { refusedAt } from '../errors.ts';
import type { Json } from '../world.ts';
import { messageBlock, viewBlock } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { boolean, type Check, isObject, list, object, oneOf, string } from './shape.ts';
import { plain } from './text.ts';

const modal: Check = object(
  {
    type: oneOf('modal'),
    title: plain(LIMITS.modalTitle),
    blocks: list(viewBlock, LIMITS.viewBlocks, 0),
  },
  {
    submit: plain(LIMITS.modalTitle),
    close: plain(LIMITS.modalTitle),
    private_metadata: string(LIMITS.privateMetadata, 0),
    callback_id: string(LIMITS.id),
    external_id: string(LIMITS.id),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
);

/**
 * The blocks of a message, as Slack would take them.
 *
 * @throws ApiError `invalid_blocks` with pointers, or `msg_blocks_too_long`
 */
export function checkBlocks(value: unknown): readonly Json[] {
  const problems: string[] = [];
  list(messageBlock, LIMITS.messageBlocks, 0)(value, '/blocks', problems);
  const blocks = Array.isArray(value) ? value.filter(isObject) : [];
  checkIds(blocks, '/blocks', problems);
  if (blocks.filter((block) => block.type === 'table').length > 1) {
    problems.push('only_one_table_allowed [json-pointer:/blocks]');
  }
  if (problems.length > 0) throw refusedAt('invalid_blocks', problems);
  if (characters(blocks) > LIMITS.allBlocks) throw refusedAt('msg_blocks_too_long', []);
  return blocks;
}

/**
 * A modal, as Slack would take it.
 *
 * @throws ApiError `invalid_arguments` with pointers
 */
export function checkView(value: unknown): Json {
  const problems: string[] = [];
  modal(value, '/view', problems);
  const view = isObject(value) ? value : {};
  const blocks = Array.isArray(view.blocks) ? view.blocks.filter(isObject) : [];
  checkIds(blocks, '/view/blocks', problems);
  if (blocks.some((block) => block.type === 'input') && view.submit === undefined) {
    problems.push('submit must be provided when the view has an input block [json-pointer:/view]');
  }
  if (problems.length > 0) throw refusedAt('invalid_arguments', problems);
  return view;
}

function checkIds(blocks: readonly Json[], at: string, problems: string[]): void {
  const blockIds = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const id = block.block_id;
    if (typeof id === 'string') {
      if (blockIds.has(id))
        problems.push(`block_id "${id}" already exists [json-pointer:${at}/${index}/block_id]`);
      blockIds.add(id);
    }
    const actionIds = new Set<string>();
    for (const actionId of actionIdsIn(block)) {
      if (actionIds.has(actionId)) {
        problems.push(`action_id "${actionId}" already exists [json-pointer:${at}/${index}]`);
      }
      actionIds.add(actionId);
    }
  }
}

function actionIdsIn(block: Json): readonly string[] {
  const elements = Array.isArray(block.elements) ? block.elements : [];
  return [...elements, block.accessory, block.element]
    .filter(isObject)
    .flatMap((element) => (typeof element.action_id === 'string' ? [element.action_id] : []));
}

/** Characters people read, over all blocks: what `msg_blocks_too_long` counts. */
function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + characters(item), 0);
  if (!isObject(value)) return 0;
  let sum = 0;
  for (const [name, field] of Object.entries(value)) {
    if ((name === 'text' || name === 'alt_text') && typeof field === 'string') sum += field.length;
    else sum += characters(field);
  }
  return sum;
}
