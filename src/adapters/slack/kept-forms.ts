import type { types } from '@slack/bolt';
import type { Reply } from '../../bot/reply.ts';
import { LIMITS } from './limits.ts';
import { type InputState, MODAL } from './modal.ts';

/** A modal as it was sent in: what it asked, and what was filled in. */
export type SentForm = { readonly account: string; readonly form: string; readonly view: types.ModalView };

export type KeptForms = {
  /** A refusal with a button that brings the form back, since Slack has closed it. */
  offer(reply: Reply, sent: SentForm): Reply;
  /** null for a press that is none of these; a form that is not kept any more has no view. */
  find(
    press: string,
    account: string,
  ): { readonly line: string; readonly view: types.ModalView | null } | null;
};

const AGAIN = ':again:';
const MOST = 2000;

/** Kept in this process alone: what is lost with it is what was typed, and the form opens empty. */
export function createKeptForms(random: () => number): KeptForms {
  const kept = new Map<string, SentForm>();

  return {
    offer(reply, sent) {
      const key = Math.floor(random() * 36 ** 8).toString(36);
      kept.set(key, sent);
      const oldest = kept.keys().next();
      if (kept.size > MOST && !oldest.done) kept.delete(oldest.value);
      // The command stands behind the key, for when the form is gone: `split new?…` is the line `split new`.
      const [line = ''] = sent.form.split('?');
      const button = {
        label: sent.view.title.text,
        style: 'primary' as const,
        press: `${AGAIN}${key}:${line}`,
      };
      return { ...reply, buttons: [button] };
    },
    find(press, account) {
      const [, key = '', line = ''] = /^:again:(\w+):(.*)$/.exec(press) ?? [];
      if (key === '') return null;
      const sent = kept.get(key);
      return { line, view: sent?.account === account ? sent.view : null };
    },
  };
}

type Sent = {
  readonly title?: unknown;
  readonly submit?: unknown;
  readonly blocks: readonly object[];
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, object>>>> };
};

/** The modal again with everything in it, but for files, which Slack lets nobody fill in; null for one that asks nothing. */
export function filledView({ title, submit, blocks, state }: Sent, metadata: string): types.ModalView | null {
  const inputs = blocks.filter(isInput);
  if (inputs.length === 0) return null;
  return {
    type: 'modal',
    callback_id: MODAL,
    private_metadata: metadata,
    title: title as types.PlainTextElement,
    submit: submit as types.PlainTextElement,
    blocks: inputs.slice(0, LIMITS.viewBlocks).map((block) => filledBlock(block, state.values)),
  };
}

/** What the inputs of our modals may have. */
type Input = Pick<types.InputBlock['element'], 'type'> & {
  readonly initial_value?: string;
  readonly initial_option?: object;
  readonly initial_user?: string;
  readonly options?: readonly { readonly value?: string }[];
};

function filledBlock(block: types.InputBlock, values: Sent['state']['values']): types.InputBlock {
  const { block_id: name = '' } = block;
  const element = block.element as Input;
  const input = values[name]?.[name] as InputState | undefined;
  const { initial_value: _value, initial_option: _option, initial_user: _user, ...rest } = element;
  // Slack wants the option as it is offered.
  const chosen = element.options?.find(({ value }) => value === input?.selected_option?.value);
  const filled = {
    ...(input?.value ? { initial_value: input.value } : {}),
    ...(chosen ? { initial_option: chosen } : {}),
    ...(input?.selected_user ? { initial_user: input.selected_user } : {}),
  };
  return { ...block, element: { ...rest, ...filled } as types.InputBlock['element'] };
}

/** A modal of ours comes back as it was opened. */
function isInput(block: object): block is types.InputBlock {
  return 'element' in block && typeof block.element === 'object' && block.element !== null;
}
