import { optionNamesIn, translated } from './languages.ts';

/** Every name that a typed line may use for this option, apart from the English one. */
export function optionNames(option: string): readonly string[] {
  return translated.flatMap((locale) => optionNamesIn(locale)[option] ?? []);
}
