import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesIn, optionNamesIn, translated } from '../src/text/languages.ts';
import { problemWords } from '../src/text/problems.ts';
import { readingsOf, type Shape, shapeOf } from './support/icu.ts';
import { commands, everyMessage, narrowMessages, saysOf } from './support/messages.ts';
import {
  fileOf,
  isNode,
  lineOf,
  type Node,
  parseSource,
  ROOT,
  readSources,
  type Source,
} from './support/sources.ts';

const sources = readSources('src/**/*.ts', 'commands/**/*.ts');
const english = await everyMessage(sources);
const englishSet = new Set(english.map(({ message }) => message));

describe('the English', () => {
  it('is found', () => {
    expect(english.length).toBeGreaterThan(200);
    for (const at of [
      'src/adapters/console/say.ts',
      'src/bot/say.ts',
      'src/text/problems.ts',
      'commands/splitproof.ts',
    ])
      expect(english.some((written) => written.at.startsWith(at))).toBe(true);
  });

  it('reads as ICU messages, in code and bold style alone, with typographic apostrophes', () => {
    const wrong = english.flatMap(({ message, at }) => {
      // A straight apostrophe quotes what follows it and hides a value.
      if (message.includes("'")) return [`${at}: straight apostrophe`];
      return whatIsWrong(() => shapeOf(message, 'en'), 'en').map((found) => `${at}: ${found}`);
    });
    expect(wrong).toEqual([]);
  });

  it('is all used', () => {
    expect(unusedMembers(sources)).toEqual([]);
  });

  it('has words for no problem that never happens', () => {
    const named = new Set(
      sources
        .filter(({ path }) => !path.startsWith('src/text/') && path !== 'src/core/problem.ts')
        .flatMap(({ nodes }) => nodes.flatMap(({ type, value }) => (type === 'Literal' ? [value] : []))),
    );
    expect(Object.keys(problemWords).filter((code) => !named.has(code))).toEqual([]);
  });

  it('is said from a table, never right where it is needed', () => {
    const loose = sources.flatMap((source) =>
      source.nodes.filter(saysLiteral).map((node) => `${source.path}:${lineOf(source, node)}`),
    );
    expect(loose).toEqual([]);
  });
});

function saysLiteral(node: Node): boolean {
  if (node.type !== 'CallExpression' || !isNode(node.callee) || !Array.isArray(node.arguments)) return false;
  const { callee } = node;
  const name =
    callee.type === 'MemberExpression' && isNode(callee.property) ? callee.property.name : callee.name;
  const [first] = node.arguments.filter(isNode);
  return name === 't' && (first?.type === 'Literal' || first?.type === 'TemplateLiteral');
}

/** Members of a `say` that no code names, neither where it is written nor where it is imported. */
function unusedMembers(all: readonly Source[]): readonly string[] {
  const used = new Set(all.flatMap(membersUsed));
  return saysOf(all).flatMap(({ source: { path }, members }) =>
    used.has(`${path} *`)
      ? []
      : members.map((name) => `${path} ${name}`).filter((member) => !used.has(member)),
  );
}

/** `src/bot/say.ts reference`; with `*` where it is indexed by something that only shows at run time. */
function membersUsed(source: Source): readonly string[] {
  const paths = saysKnownIn(source);
  return source.nodes.flatMap(({ type, object, property, computed }) => {
    if (type !== 'MemberExpression' || !isNode(object) || !isNode(property)) return [];
    const path = paths.get(String(object.name));
    if (path === undefined) return [];
    if (computed !== true) return [`${path} ${property.name}`];
    return [`${path} ${property.type === 'Literal' ? property.value : '*'}`];
  });
}

/** What each `say` is called in this file, and the file that it is written in. */
function saysKnownIn(source: Source): ReadonlyMap<string, string> {
  const imported = source.nodes.flatMap((node): (readonly [string, string])[] => {
    if (node.type !== 'ImportDeclaration' || !isNode(node.source) || !Array.isArray(node.specifiers))
      return [];
    const path = fileOf(source, String(node.source.value));
    const says = node.specifiers.filter(
      (one) => isNode(one) && isNode(one.imported) && one.imported.name === 'say',
    );
    return path === null ? [] : says.map(({ local }) => [String(local.name), path]);
  });
  return new Map([['say', source.path], ...imported]);
}

it('would see a member that is not used', () => {
  const said = parseSource('src/x/say.ts', "export const say = { a: 'A', b: 'B', c: 'C', d: 'D' };");
  const user = parseSource(
    'src/x/use.ts',
    "import { say as words } from './say.ts'; t(words.a); t(words['b']); say.c;",
  );
  expect(unusedMembers([said, user])).toEqual(['src/x/say.ts c', 'src/x/say.ts d']);
});

it('would see a sentence that stands where it is said', () => {
  const source = parseSource('src/x/use.ts', "t('Hello'); context.t(`Hello`); t(say.hello); format('x');");
  expect(source.nodes.filter(saysLiteral)).toHaveLength(2);
});

/** Styles that the renderers know. */
const TAGS = ['b', 'code'];

function whatIsWrong(shape: () => Shape, locale: string): readonly string[] {
  try {
    const { tags, plurals } = shape();
    const cases = new Intl.PluralRules(locale).resolvedOptions().pluralCategories as readonly string[];
    return [
      ...tags.filter((tag) => !TAGS.includes(tag)).map((tag) => `<${tag}> is no style`),
      ...[...plurals]
        .filter((key) => !key.startsWith('=') && !cases.includes(key))
        .map((key) => `${locale} has no plural "${key}"`),
    ];
  } catch (error) {
    return [`is no ICU message (${error})`];
  }
}

describe.each(translated)('in %s', (language) => {
  const catalog = messagesIn(language);
  const said = english.flatMap(({ message, at }) => {
    const translation = catalog[message];
    return translation === undefined ? [] : [{ message, at, translation }];
  });

  it('everything is said', () => {
    const missing = english.filter(({ message }) => catalog[message] === undefined);
    expect(missing.map(({ message, at }) => `${at}: ${message}`)).toEqual([]);
  });

  it('nothing is said that the English no longer says', () => {
    expect(Object.keys(catalog).filter((message) => !englishSet.has(message))).toEqual([]);
  });

  it('reads as ICU messages', () => {
    const wrong = said.flatMap(({ at, translation }) =>
      whatIsWrong(() => shapeOf(translation, language), language).map((found) => `${at}: ${found}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps the values, the styles and the choices of the English', () => {
    const changed = said.flatMap(({ message, at, translation }) =>
      differences(shapeOf(message, 'en'), shapeOf(translation, language)).map((found) => `${at}: ${found}`),
    );
    expect(changed).toEqual([]);
  });

  it('fits where platforms give little room', () => {
    const long = narrowMessages().filter(
      ({ message, limit }) => (catalog[message] ?? message).length > limit,
    );
    expect(long.map(({ message, at, limit }) => `${at}: ${catalog[message]} (at most ${limit})`)).toEqual([]);
  });

  it('says everything in one place alone', () => {
    const files = globSync(`src/text/${language}/*.json`, { cwd: ROOT }).filter(
      (path) => !path.endsWith('names.json'),
    );
    const all = files.flatMap((path) => Object.keys(JSON.parse(readFileSync(join(ROOT, path), 'utf8'))));
    expect(all.filter((message, index) => all.indexOf(message) !== index)).toEqual([]);
    expect(all.length).toBe(Object.keys(catalog).length);
  });

  it('names every option, and no option that is gone', () => {
    const names = optionNamesIn(language);
    const options = new Set(
      commands.flatMap(({ subcommands }) =>
        Object.values(subcommands).flatMap((sub) => Object.keys(sub.options)),
      ),
    );
    expect([...options].filter((option) => names[option] === undefined)).toEqual([]);
    expect(Object.keys(names).filter((option) => !options.has(option))).toEqual([]);
  });

  it('has names of options that Discord takes and a typed line can hold', () => {
    const names = Object.values(optionNamesIn(language));
    expect(
      names.filter((name) => !/^[-_\p{L}\p{N}]{1,32}$/u.test(name) || name !== name.toLowerCase()),
    ).toEqual([]);
  });

  it('has names of options that are distinct within a subcommand, also from the English ones', () => {
    const names = optionNamesIn(language);
    const alike = commands.flatMap(({ name, subcommands }) =>
      Object.entries(subcommands).flatMap(([sub, { options }]) => {
        const all = Object.keys(options).flatMap((option) => [...new Set([option, names[option] ?? option])]);
        return all
          .filter((word, index) => all.indexOf(word) !== index)
          .map((word) => `/${name} ${sub} ${word}`);
      }),
    );
    expect(alike).toEqual([]);
  });
});

function differences(ours: Shape, theirs: Shape): readonly string[] {
  const compare = (what: string, wanted: Iterable<string>, found: Iterable<string>) => {
    const [a, b] = [new Set(wanted), new Set(found)];
    return [
      ...[...a.difference(b)].map((name) => `${what} ${name} is lost`),
      ...[...b.difference(a)].map((name) => `${what} ${name} is added`),
    ];
  };
  const counted =
    ours.hasChoices || theirs.hasChoices ? [] : compare('style', numbered(ours.tags), numbered(theirs.tags));
  return [
    ...compare('value', ours.values, theirs.values),
    ...compare('style', ours.tags, theirs.tags),
    ...compare('choice', ours.selects, theirs.selects),
    ...counted,
  ];
}

/** `['b', 'b']` → `['b 0', 'b 1']`, so that sets see how many there are. */
function numbered(tags: readonly string[]): readonly string[] {
  return tags.map((tag, index) => `${tag} ${index - tags.indexOf(tag)}`);
}

it.each([
  ['{a} <code>{b}</code>', '{a}', ['value b is lost', 'style code is lost', 'style code 0 is lost']],
  ['{a}', '{a}{b}', ['value b is added']],
  ['<b>x</b> <b>y</b>', '<b>xy</b>', ['style b 1 is lost']],
  [
    '{k, select, a {1} other {2}}',
    '{k, select, aa {1} other {2}}',
    ['choice k=a is lost', 'choice k=aa is added'],
  ],
  ['{n, plural, one {<b>#</b>} other {<b>#</b> x}}', '<b>{n, number}</b>', []],
])('would see what becomes different from "%s" to "%s"', (ours, theirs, expected) => {
  expect(differences(shapeOf(ours, 'en'), shapeOf(theirs, 'en'))).toEqual(expected);
});

describe('the Chinese of Taiwan', () => {
  const catalog = messagesIn('zh-Hant');
  const everyReading = Object.values(catalog).flatMap((translation) => readingsOf(translation, 'zh-Hant'));

  it('has full-width punctuation', () => {
    expect(
      everyReading.filter((text) =>
        /\p{scx=Han}[,;:!?()]|[,;:!?(]\p{scx=Han}|\p{scx=Han}\.(?!\w)/u.test(text),
      ),
    ).toEqual([]);
  });

  it('has a space between Chinese and Latin words or figures', () => {
    expect(
      everyReading.filter((text) => /\p{scx=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{scx=Han}/u.test(strip(text))),
    ).toEqual([]);
  });

  it('has none of the words that belong to other places', () => {
    const elsewhere =
      /元數據|版稅系統|程式碼|默認|信息|視頻|網絡|軟件|數據|文件夾|用戶|賬|服務器|登錄|屏幕|點擊|界面|質量|支持|[们这个说时会后发还没应该]/u;
    expect(everyReading.filter((text) => elsewhere.test(text))).toEqual([]);
  });
});

/** Punctuation of scripts at large belongs to Han, too; only the letters matter here. */
function strip(text: string): string {
  return text.replace(/[、。〈〉《》「」『』【】〔〕〖〗]/g, ' ');
}
