import { describeAdapter } from '../contract.ts';
import { openDiscordRig } from './rig.ts';

describeAdapter('discord', openDiscordRig);
