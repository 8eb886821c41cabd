import { UserError } from '../../core/problem.ts';

/** Slack's names of the emoji we offer for pressing and look for. Standard names; custom ones are left alone. */
const NAMES: Readonly<Record<string, string>> = {
  '✅': 'white_check_mark',
  '☑': 'ballot_box_with_check',
  '✔': 'heavy_check_mark',
  '👍': '+1',
  '❌': 'x',
  '👎': '-1',
  '✖': 'heavy_multiplication_x',
  '👀': 'eyes',
  '⏳': 'hourglass_flowing_sand',
};

const VARIATION = /[\ufe0e\ufe0f]/gu;

/**
 * The name under which Slack knows an emoji; names pass as they are.
 *
 * @throws UserError `platform.refused` for one that is not in the table
 */
export function slackName(emoji: string): string {
  if (/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(emoji)) return emoji;
  const name = NAMES[emoji.replace(VARIATION, '')];
  if (name !== undefined) return name;
  throw new UserError({ code: 'platform.refused', details: { platform: 'Slack', reason: 'invalid_name' } });
}
