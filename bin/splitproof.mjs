#!/usr/bin/env node
// Plain JavaScript in the grammar of old engines: it has to say a sentence where the rest would not even parse.
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 24 || (major === 24 && minor < 15) || major === 25) {
  console.error(
    `Splitproof needs Node 24.15 or newer in the 24 line, or Node 26 and later; this is Node ${process.versions.node}. ` +
      'Run "npm ci" in the project and start with "npm start": on Linux that brings its own Node 24. ' +
      'Elsewhere, or after "npm ci --omit=optional", install Node 24 from nodejs.org.',
  );
  process.exitCode = 2;
} else if (loadEnvironment()) {
  keepCompiled()
    .then(() => import('../src/main.ts'))
    .then(({ main }) => main(process.argv.slice(2)))
    .catch((error) => {
      if (error && error.code === 'ERR_MODULE_NOT_FOUND') {
        console.error('A package is missing. Run "npm ci" in the project first.');
      } else {
        console.error(error);
      }
      process.exitCode = 1;
    });
}

/**
 * From the second start on, types need not be taken off nor code compiled again, and the 30 MB of the program that
 * takes them off are never loaded. Where the folder cannot be written, all is as without it.
 */
async function keepCompiled() {
  const { enableCompileCache } = await import('node:module');
  enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/splitproof', import.meta.url)));
}

/** Variables that are set already win over those in the file. False where it is there and cannot be read. */
function loadEnvironment() {
  // Node's own loader calls a file missing that it may not read, and has no words for a folder.
  const { accessSync, constants, statSync } = process.getBuiltinModule('node:fs');
  try {
    if (statSync('.env').isDirectory()) return refuseEnvironment('it is a folder');
    accessSync('.env', constants.R_OK);
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    return refuseEnvironment(error.code === 'EACCES' ? 'permission denied' : error.code);
  }
  process.loadEnvFile('.env');
  return true;
}

function refuseEnvironment(reason) {
  console.error(
    `The file .env in ${process.cwd()} cannot be read: ${reason}. ` +
      'Make it a file that the user who starts Splitproof may read, or remove it.',
  );
  process.exitCode = 1;
  return false;
}
