import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  fileOf,
  isNode,
  lineOf,
  type Node,
  parseSource,
  ROOT,
  readSources,
  type Source,
  textOf,
} from './support/sources.ts';

const UP_TO_ANSWERS = [
  'core',
  'store',
  'text',
  'bot',
  'files',
  'export',
  'codes',
  'rights',
  'people',
  'places',
  'catalog',
  'licenses',
  'splits',
  'releases',
  'entries',
].map((room) => `src/${room}`);

/**
 * Who may import whom: the rooms of the house and, for each, the rooms below it. A room may always import itself.
 *
 * A line belongs to the one room that would still need it if all the others were replaced. Where a real need seems
 * to contradict a row, either the line is in the wrong room or the row is wrong: then change it here, with the
 * reason beside it.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  // The words of each problem code have to be complete at compile time.
  'src/text': ['src/core'],
  'src/store': ['src/core'],
  'src/files': ['src/core'],
  'src/export': ['src/core', 'src/text'],
  'src/bot': ['src/core', 'src/store', 'src/text'],
  // Answers about codes, said by more than one command; their result file is an export.
  'src/codes': ['src/core', 'src/text', 'src/bot', 'src/files', 'src/export'],
  // Answers about territories and rights, said by more than one command.
  'src/rights': ['src/core', 'src/text', 'src/bot', 'src/export'],
  // Works, recordings and the codes they bear; read from files and written to them.
  'src/catalog': ['src/core', 'src/text', 'src/store', 'src/bot', 'src/files', 'src/export', 'src/people'],
  // What people do with split sheets, and what follows from it; said by more than one command and by none.
  'src/splits': ['src/core', 'src/text', 'src/store', 'src/bot', 'src/files', 'src/people', 'src/catalog'],
  // Countries that somebody names for something, read, and asked back where a word means several things.
  'src/places': ['src/core', 'src/text', 'src/store', 'src/bot', 'src/rights'],
  // Permissions to use things, the papers that prove them, and weaker proof.
  'src/licenses': [
    ...['src/core', 'src/text', 'src/store', 'src/bot', 'src/files', 'src/export'],
    ...['src/people', 'src/rights', 'src/places', 'src/catalog'],
  ],
  // What comes out when, and everything that has to be in order before it.
  'src/releases': [
    ...['src/core', 'src/text', 'src/store', 'src/bot', 'src/export', 'src/people'],
    ...['src/rights', 'src/places', 'src/catalog', 'src/licenses', 'src/splits'],
  ],
  // What the entries of a ledger say, in plain words and with what they name.
  'src/entries': ['src/core', 'src/text', 'src/store', 'src/bot', 'src/catalog'],
  // Who somebody is, whose an account is, and who may act for whom.
  'src/people': ['src/core', 'src/text', 'src/store', 'src/bot'],
  commands: UP_TO_ANSWERS,
  // No store: what an adapter keeps, it keeps in the `Memory` that it is lent.
  'src/adapters': ['src/core', 'src/text', 'src/bot', 'src/files'],
  'src/cli': ['src/core', 'src/text', 'src/store', 'src/bot', 'src/files', 'src/export', 'src/codes'],
  // Reads the environment and knows nothing else, so that whoever must refuse a start can say it in its way.
  'src/config.ts': [],
  'src/ops': ['src/core', 'src/text', 'src/store', 'src/bot', 'src/config.ts'],
  // The files right in src put the rooms together. Commands and adapters they find by folder, and import none.
  src: [...UP_TO_ANSWERS, 'src/cli', 'src/ops', 'src/config.ts'],
  bin: ['src'],
};

/** The core is pure and synchronous: hashes, and packages that only reckon. */
const PACKAGES_OF_CORE = ['node:crypto', 'node:buffer', 'fraction.js', 'canonicalize'];
/** Tables are large and most starts need none of them, so `core/data` reads its JSON when it is first asked for. */
const PACKAGES_OF_DATA = [...PACKAGES_OF_CORE, 'node:module'];

const sources = readSources('src/**/*.ts', 'commands/**/*.ts', 'bin/**/*.mjs');

/** The longest row that fits; an adapter is a room of its own. */
function roomOf(path: string): string | undefined {
  const row = Object.keys(ROOMS)
    .filter((room) => path === room || (path.startsWith(`${room}/`) && (room !== 'src' || isTop(path))))
    .sort((a, b) => b.length - a.length)[0];
  return row === 'src/adapters' ? path.split('/').slice(0, 3).join('/') : row;
}

function isTop(path: string): boolean {
  return path.split('/').length === 2;
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  const row = from.startsWith('src/adapters/') ? 'src/adapters' : from;
  return ROOMS[row]?.includes(to) ?? false;
}

function trespasses(source: Source): readonly string[] {
  const from = roomOf(source.path);
  return source.imports.flatMap((imported) => {
    const to = fileOf(source, imported);
    if (to === null) return [];
    const room = roomOf(to);
    const allowed = from !== undefined && room !== undefined && mayImport(from, room);
    return allowed ? [] : [`${source.path} imports ${to}`];
  });
}

it('has every folder of src in the table', () => {
  const folders = globSync('src/*/', { cwd: ROOT }).map((path) =>
    path.replaceAll('\\', '/').replace(/\/$/, ''),
  );
  expect(folders.length).toBeGreaterThan(5);
  expect(folders.filter((folder) => !(folder in ROOMS))).toEqual([]);
});

it('has no row for a room that is gone', () => {
  const rooms = Object.keys(ROOMS);
  const gone = rooms.filter(
    (room) => !sources.some(({ path }) => path === room || path.startsWith(`${room}/`)),
  );
  expect(gone).toEqual([]);
});

it('keeps the rooms apart', () => {
  expect(sources.flatMap(trespasses)).toEqual([]);
});

it.each([
  ['src/core/share.ts', '../text/translate.ts'],
  ['src/core/share.ts', '../store/tables.ts'],
  ['src/text/locale.ts', '../bot/reply.ts'],
  ['src/store/spaces.ts', '../text/locale.ts'],
  ['src/bot/route.ts', '../../commands/isrc.ts'],
  ['src/bot/route.ts', '../adapters/slack/index.ts'],
  ['src/bot/route.ts', '../config.ts'],
  ['commands/isrc.ts', '../src/adapters/slack/render.ts'],
  ['commands/isrc.ts', '../src/config.ts'],
  ['src/adapters/slack/render.ts', '../console/render.ts'],
  ['src/adapters/slack/render.ts', '../../store/tables.ts'],
  ['src/house.ts', './adapters/slack/index.ts'],
  ['src/house.ts', '../commands/isrc.ts'],
])('would see that %s must not import %s', (path, imported) => {
  for (const text of [
    `import { x } from '${imported}';`,
    `import type { X } from '${imported}';`,
    `export { x } from '${imported}';`,
    `const x = await import('${imported}');`,
    `type X = import('${imported}').X;`,
  ])
    expect(trespasses(parseSource(path, text))).toHaveLength(1);
});

it('lets the core use nothing but hashes and packages that only reckon', () => {
  const strangers = sources
    .filter(({ path }) => path.startsWith('src/core/'))
    .flatMap((source) => {
      const packages = source.path.startsWith('src/core/data/') ? PACKAGES_OF_DATA : PACKAGES_OF_CORE;
      return source.imports
        .filter((imported) => fileOf(source, imported) === null && !packages.includes(imported))
        .map((imported) => `${source.path} imports ${imported}`);
    });
  expect(strangers).toEqual([]);
});

it('never uses the libraries of a platform outside of its adapter', () => {
  const homes = { 'discord.js': 'src/adapters/discord/', '@slack/': 'src/adapters/slack/' };
  const strays = Object.entries(homes).flatMap(([library, home]) =>
    sources
      .filter(
        ({ path, imports }) => !path.startsWith(home) && imports.some((name) => name.startsWith(library)),
      )
      .map(({ path }) => `${path} imports ${library}`),
  );
  expect(strays).toEqual([]);
});

/** What must be passed in, and the files in which it comes from outside. */
const OUTSIDE: readonly {
  readonly what: string;
  readonly found: (source: Source, node: Node) => boolean;
  readonly at: readonly string[];
}[] = [
  {
    what: 'the environment',
    found: (source, node) => isMember(source, node, 'process.env') || importsName(node, 'env'),
    at: ['src/config.ts'],
  },
  {
    what: 'the clock of the machine',
    found: (source, node) =>
      (node.type === 'NewExpression' && isCalled(source, node, 'Date') && isEmpty(node.arguments)) ||
      (node.type === 'CallExpression' && isCalled(source, node, 'Date')) ||
      ['Date.now', 'performance.now', 'process.hrtime', 'Temporal.Now'].some((name) =>
        isMember(source, node, name),
      ),
    at: ['src/main.ts'],
  },
  {
    // Handed on, never drawn from: `random: Math.random`.
    what: 'chance',
    found: (source, node) => isMember(source, node, 'Math.random'),
    at: ['src/start.ts', 'src/inspect.ts'],
  },
  {
    what: 'random bytes',
    found: (_source, node) =>
      ['randomBytes', 'randomUUID', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues'].some(
        (name) => node.type === 'Identifier' && node.name === name,
      ),
    at: ['src/house.ts'],
  },
];

function isMember(source: Source, node: Node, name: string): boolean {
  return node.type === 'MemberExpression' && textOf(source, node).replaceAll('?.', '.') === name;
}

function isCalled(source: Source, node: Node, name: string): boolean {
  return isNode(node.callee) && textOf(source, node.callee) === name;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function importsName(node: Node, name: string): boolean {
  if (node.type !== 'ImportDeclaration' || !isNode(node.source)) return false;
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  return (
    /^(node:)?process$/.test(String(node.source.value)) &&
    specifiers.some(({ imported }) => isNode(imported) && imported.name === name)
  );
}

function placesOf(source: Source, found: (source: Source, node: Node) => boolean): readonly string[] {
  return source.nodes
    .filter((node) => found(source, node))
    .map((node) => `${source.path}:${lineOf(source, node)}`);
}

it.each(OUTSIDE)('looks at $what only where the house is put together', ({ found, at }) => {
  const places = sources.flatMap((source) => placesOf(source, found));
  expect(places.filter((place) => !at.some((file) => place.startsWith(`${file}:`)))).toEqual([]);
  for (const file of at) expect(places.some((place) => place.startsWith(`${file}:`))).toBe(true);
});

it.each([
  'process.env.HOME',
  'const { HOME } = process.env',
  "import { env } from 'node:process'",
  'new Date()',
  'Date()',
  'Date.now()',
  'performance.now()',
  'process.hrtime.bigint()',
  'const random = Math.random',
  'crypto.randomUUID()',
  'const { randomBytes } = crypto',
])('would see %s', (text) => {
  const source = parseSource('src/core/probe.ts', text);
  expect(OUTSIDE.flatMap(({ found }) => placesOf(source, found))).not.toEqual([]);
});

it('takes a date that is made of something for what it is', () => {
  const source = parseSource('src/core/probe.ts', 'new Date(0); const date: Date = now; "process.env";');
  expect(OUTSIDE.flatMap(({ found }) => placesOf(source, found))).toEqual([]);
});
