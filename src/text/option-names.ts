import type { Locale } from './locale.ts';
import { names as zhHant } from './zh-Hant/names.ts';

/** What an option is called in each language, beside its English name. Commands keep their names everywhere. */
export const namesOfOptions: Readonly<Record<Exclude<Locale, 'en'>, Readonly<Record<string, string>>>> = {
  'zh-Hant': zhHant,
};

/** Every name that a typed line may use for this option, apart from the English one. */
export function optionNames(option: string): readonly string[] {
  return Object.values(namesOfOptions).flatMap((names) => names[option] ?? []);
}
