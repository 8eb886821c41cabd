import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command, Option } from '../../src/bot/command.ts';
import { loadCommands } from '../../src/bot/load.ts';
import { languageNames } from '../../src/text/locale.ts';
import { problemWords } from '../../src/text/problems.ts';
import { isNode, type Node, ROOT, type Source } from './sources.ts';

/** An English message and where it is written: `src/bot/say.ts reference`. */
export type Written = { readonly message: string; readonly at: string };

/** A place that platforms give little room, and the characters that fit. */
export type Narrow = Written & { readonly limit: number };

/** What a module says, and who reads it. */
export type Say = { readonly source: Source; readonly members: readonly string[] };

export const commands: readonly Command[] = await loadCommands(join(ROOT, 'commands'));

/** Every English message of the product, found where it is written. */
export async function everyMessage(sources: readonly Source[]): Promise<readonly Written[]> {
  const modules = await Promise.all(
    saysOf(sources)
      .filter(({ source }) => source.path.startsWith('src/'))
      .map(async ({ source: { path } }) => writtenIn(path, (await importModule(path)).say)),
  );
  return [
    ...modules.flat(),
    ...writtenIn('src/text/problems.ts', problemWords),
    ...commands.flatMap(({ name, say }) => writtenIn(`commands/${name}.ts`, say)),
    ...narrowMessages(),
  ];
}

async function importModule(path: string): Promise<Readonly<Record<string, Record<string, string>>>> {
  return await import(pathToFileURL(join(ROOT, path)).href);
}

function writtenIn(path: string, say: Readonly<Record<string, string>> = {}): readonly Written[] {
  return Object.entries(say).map(([member, message]) => ({ message, at: `${path} ${member}` }));
}

/**
 * What stands in the menus and forms of platforms, with the narrowest ceiling there is for it: descriptions of
 * commands on Discord 100, titles and buttons of modals on Slack 24, labels on Discord 45, an option of a menu on
 * Slack 75, a message shortcut on Slack 24 (English only; Discord's translated one 32).
 */
export function narrowMessages(): readonly Narrow[] {
  return commands.flatMap((command) => [
    narrow(command.description, `/${command.name}`, 100),
    ...(command.messageActions ?? []).map(({ name }) => narrow(name, `menu of /${command.name}`, 24)),
    ...Object.entries(command.subcommands).flatMap(([name, { description, options, form }]) => {
      const at = `/${command.name} ${name}`;
      return [
        narrow(description, at, 100),
        ...Object.entries(options).flatMap(([option, spec]) => [
          narrow(spec.description, `${at} ${option}`, 100),
          ...labelsOf(spec).map((label) => narrow(label, `choice of ${at} ${option}`, 75)),
        ]),
        ...(form ? [narrow(form.title, `form of ${at}`, 24), narrow(form.submit, `form of ${at}`, 24)] : []),
        ...(form?.fields ?? []).flatMap(({ option, label, hint }) => [
          narrow(label, `field of ${at} ${option}`, 45),
          ...(hint === undefined ? [] : [narrow(hint, `hint of ${at} ${option}`, 100)]),
        ]),
      ];
    }),
  ]);
}

/** The choices of an option, but for languages: their names are the same in every one. */
function labelsOf({ choices = [] }: Option): readonly string[] {
  const same = new Set(Object.values(languageNames));
  return choices.map(({ label }) => label).filter((label) => !same.has(label));
}

function narrow(message: string, at: string, limit: number): Narrow {
  return { message, at, limit };
}

/** Every module that keeps its messages in a constant called `say`. */
export function saysOf(sources: readonly Source[]): readonly Say[] {
  return sources.flatMap((source) => {
    const found = source.nodes.find(isSay);
    if (!found || !isNode(found.init) || !Array.isArray(found.init.properties)) return [];
    const members = found.init.properties
      .filter(isNode)
      .flatMap(({ key }) => (isNode(key) ? [String(key.name ?? key.value)] : []));
    return [{ source, members }];
  });
}

function isSay(node: Node): boolean {
  return node.type === 'VariableDeclarator' && isNode(node.id) && node.id.name === 'say';
}
