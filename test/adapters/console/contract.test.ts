import { describeAdapter } from '../contract.ts';
import { openConsoleRig } from './rig.ts';

describeAdapter('console', openConsoleRig);
