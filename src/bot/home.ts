import type { Home } from '../core/home.ts';
import type { Context } from './command.ts';

/** Where somebody is; what is said there later is said in the team's language, or else in that of whoever asked. */
export async function homeOf({ house, asker, locale, timeZone }: Context): Promise<Omit<Home, 'person'>> {
  const { platform, space, channel, thread = null, account, team } = asker;
  const ofTeam = await house.settings.ofTeam(team);
  return {
    ...{ platform, space, channel, thread, account },
    language: ofTeam.language ?? locale,
    timeZone: ofTeam.timeZone ?? timeZone,
  };
}
