import { describe } from 'vitest';
import { describeAdapter } from '../contract.ts';
import { openSlackRig } from './rig.ts';

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  describeAdapter('slack', () => openSlackRig(mode));
});
