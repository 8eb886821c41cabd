import type { LayerLine, Party, SheetContent } from '../../../src/core/sheet/content.ts';

export const party = (person: string, name: string, more: Partial<Party> = {}): Party => ({
  person,
  name,
  actsFor: { kind: 'self' },
  ...more,
});

export const line = (person: string, share: string, more: Partial<LayerLine> = {}): LayerLine => ({
  person,
  share,
  roles: ['composer'],
  publisher: null,
  ...more,
});

/** A sheet that holds, with nothing to remark. */
export const nightBus: SheetContent = {
  title: 'Night Bus',
  versionKind: 'original',
  parties: [party('p_ana', 'Ana'), party('p_bo', 'Bo'), party('p_chen', 'Chen')],
  layers: {
    composition: [
      line('p_ana', '1/2', { roles: ['composer', 'lyricist'] }),
      line('p_bo', '1/3'),
      line('p_chen', '1/6', { roles: ['lyricist'] }),
    ],
    master: [line('p_ana', '1/1', { roles: ['producer'] })],
  },
  samples: 'none',
  ai: 'none',
  more: {},
};
