import { everyRelease, saveRelease } from '../store/releases.ts';
import { homeWithout, isHome, type Whom } from './permissions-about.ts';
import type { Books } from './traces.ts';

/** Whoever looked after a release has no account any more to be told anything; what was planned stays. */
export async function eraseFromReleases({ db, team }: Books, whom: Whom): Promise<void> {
  for (const { id, content, state } of await everyRelease(db, team)) {
    if (!isHome(content.home, whom)) continue;
    await saveRelease(db, team, id, { ...content, home: homeWithout(content.home, whom) }, state);
  }
}
