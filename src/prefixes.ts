import { readFileSync } from 'node:fs';
import { ConfigError } from './config.ts';
import { builtInPrefixes, type PrefixList, parsePrefixList } from './core/identifiers/prefixes.ts';
import { must } from './core/problem.ts';

/**
 * The list of ISRC prefixes that ISRC_PREFIXES names, or the one that came with this version.
 *
 * @throws ConfigError when the file cannot be read; UserError `prefixes.*` when it is no such list
 */
export function readPrefixes(path: string | undefined): PrefixList {
  if (path === undefined) return builtInPrefixes;
  return must(parsePrefixList(readText(path)));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(['ISRC_PREFIXES names a file that cannot be read.']);
  }
}
