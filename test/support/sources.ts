import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** A source file and its syntax, under its path from the root, such as `src/bot/bot.ts`. */
export type Source = {
  readonly path: string;
  readonly text: string;
  /** Every node of its tree, in the order of the text. */
  readonly nodes: readonly Node[];
  /** What it imports, types included, as written: `zod`, `../core/problem.ts`. */
  readonly imports: readonly string[];
};

/** A node of the ESTree; what else it has depends on its `type`. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [member: string]: unknown;
};

export const ROOT = join(import.meta.dirname, '..', '..');

export function readSources(...patterns: readonly string[]): readonly Source[] {
  return patterns
    .flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readSource);
}

function readSource(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return parseSource(path, text);
}

/** @throws with the first error of the grammar */
export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const nodes: Node[] = [];
  collect(program, nodes);
  return { path, text, nodes, imports: nodes.flatMap((node) => importOf(node) ?? []) };
}

function collect(value: unknown, nodes: Node[]): void {
  if (Array.isArray(value)) for (const child of value) collect(child, nodes);
  if (!isNode(value)) return;
  nodes.push(value);
  for (const member of Object.values(value)) if (typeof member === 'object') collect(member, nodes);
}

const IMPORTS = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function importOf(node: Node): string | null {
  if (!IMPORTS.has(node.type) || !isNode(node.source)) return null;
  return typeof node.source.value === 'string' ? node.source.value : null;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The file that a relative import leads to; null for a package. */
export function fileOf(source: Source, imported: string): string | null {
  return imported.startsWith('.') ? posix.join(posix.dirname(source.path), imported) : null;
}

export function lineOf({ text }: Source, { start }: Node): number {
  return text.slice(0, start).split('\n').length;
}

/** The source of a node, for short ones: `process.env`. */
export function textOf({ text }: Source, { start, end }: Node): string {
  return text.slice(start, end);
}
