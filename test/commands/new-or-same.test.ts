import { describe, expect, it } from 'vitest';
import isrc from '../../commands/isrc.ts';
import { inLanguage } from '../../src/core/data/localized.ts';
import { newOrSameTree } from '../../src/core/data/new-or-same.ts';
import { walkNewOrSame } from '../../src/core/new-or-same.ts';
import { locales } from '../../src/text/locale.ts';
import { cases } from '../core/new-or-same-cases.ts';
import { labelsOf, linesOf, pressed } from './rights-context.ts';

const button = isrc.buttons?.['new-or-same'];

describe.each(locales)('whoever asks in %s', (locale) => {
  it.each(cases)(
    'about %s (%s) is told that it is ruled %s, by which rule, and where that stands',
    async (_, answers, ruling, source) => {
      const step = walkNewOrSame(answers);
      if (step.kind !== 'verdict') throw new Error(`no verdict at ${answers}`);
      const { verdict } = step;
      const reply = await pressed(button, answers, locale);
      const [title, ...lines] = linesOf(reply);
      expect(title).toBe(inLanguage(verdict.answer, locale));
      expect(lines).toContain(inLanguage(verdict.rule, locale));
      expect(lines).toContain(inLanguage(verdict.next, locale));
      for (const one of verdict.sources) expect(lines.join('\n')).toContain(one.source);
      expect(lines.join('\n')).toMatch(source);
      const tones = {
        new: 'caution',
        keep: 'good',
        depends: 'caution',
        disputed: 'caution',
        may: 'plain',
        never: 'bad',
      };
      expect(reply.tone).toBe(tones[ruling as keyof typeof tones]);
    },
  );

  it('is asked every question in full, with its answers as buttons', async () => {
    const [first] = newOrSameTree().questions;
    const reply = await pressed(button, '', locale);
    expect(linesOf(reply)).toEqual([inLanguage(first!.ask, locale)]);
    expect(labelsOf(reply)).toEqual(first?.choices.map(({ label }) => inLanguage(label, locale)));
  });
});
