import { expect, it } from 'vitest';
import { lineOf, type Node, parseSource, readSources, type Source, textOf } from './support/sources.ts';

const sources = readSources('src/**/*.ts', 'commands/**/*.ts', 'bin/**/*.mjs');
const tests = readSources('test/**/*.ts');

const MOST_LINES = 300;
/** A test file is mostly rows and stories; past this it is about more than one thing all the same. */
const MOST_LINES_OF_A_TEST = 400;
const MOST_LINES_OF_A_FUNCTION = 70;
/** Tables and sentences grow with the world, not with the program. */
const GROWS_WITH_THE_WORLD = ['/data/', 'src/text/', 'fixtures/'];

it.each([
  { kind: 'source', files: sources, most: MOST_LINES },
  { kind: 'test', files: tests, most: MOST_LINES_OF_A_TEST },
])('no $kind file has more than $most lines, except data and words', ({ files, most }) => {
  const long = files
    .filter(({ path }) => !GROWS_WITH_THE_WORLD.some((part) => path.includes(part)))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > most);
  expect(long).toEqual([]);
});

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

/**
 * The lines of a function that are not those of functions inside of it: a closure that holds other functions is a
 * small module, and what fits a screen is each of its parts.
 */
function longFunctions(source: Source): readonly string[] {
  const functions = source.nodes.filter(({ type }) => FUNCTIONS.has(type));
  return functions.flatMap((node) => {
    const hidden = directlyIn(node, functions).reduce((sum, inner) => sum + linesOf(source, inner) - 1, 0);
    const own = linesOf(source, node) - hidden;
    return own > MOST_LINES_OF_A_FUNCTION ? [`${source.path}:${lineOf(source, node)} has ${own} lines`] : [];
  });
}

/** Those in it that are in no other one in it. */
function directlyIn(node: Node, functions: readonly Node[]): readonly Node[] {
  const within = functions.filter((other) => isWithin(other, node));
  return within.filter((inner) => !within.some((other) => isWithin(inner, other)));
}

function isWithin(inner: Node, outer: Node): boolean {
  return inner !== outer && inner.start >= outer.start && inner.end <= outer.end;
}

function linesOf(source: Source, node: Node): number {
  return textOf(source, node).split('\n').length;
}

it(`has no function over ${MOST_LINES_OF_A_FUNCTION} lines`, () => {
  expect(sources.flatMap(longFunctions)).toEqual([]);
});

it('counts the lines of a function without those of the functions in it', () => {
  const lines = (count: number) => 'x();\n'.repeat(count);
  const long = parseSource('src/core/probe.ts', `function a() {\n${lines(70)}}`);
  const nested = parseSource(
    'src/core/probe.ts',
    `function a() {\n${lines(30)}const b = () => {\n${lines(60)}};\n}`,
  );
  expect(longFunctions(long)).toEqual(['src/core/probe.ts:1 has 72 lines']);
  expect(longFunctions(nested)).toEqual([]);
});
