import { type Slack, startSlack } from '../platforms/slack/slack.ts';
import { type Bench, measured } from './bench.ts';
import { freePort, type RunningBot, startBare, startSplitproof } from './bots.ts';
import { compareUnderLoad, type Target } from './load.ts';

const WORKERS = 64;

/** P1: a slash command over signed HTTP requests, beside a bare Bolt app. */
export const slackHttp: Bench = {
  name: 'slack-http',
  title: 'P1 · Slack command over HTTP, beside a bare Bolt app',
  async run(options) {
    const open: (() => Promise<void>)[] = [];
    try {
      const ours = await stand(open, (env, port) =>
        startSplitproof({ ...env, PORT: String(port), HOST: '127.0.0.1' }),
      );
      const bare = await stand(open, (env, port) => startBare(['slack', String(port)], env));
      return await compareUnderLoad({ ours, bare }, options);
    } finally {
      for (const close of open.toReversed()) await close();
    }
  },
};

async function stand(
  open: (() => Promise<void>)[],
  start: (env: Readonly<Record<string, string>>, port: number) => Promise<RunningBot>,
): Promise<Target> {
  // Longer than Slack waits: a machine that is busy with other things is to give a bad figure, not none.
  const slack = await startSlack({ socketMode: false, timing: { ackMs: 20_000 } });
  open.push(() => slack.stop());
  const port = await freePort();
  slack.app.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const { apiUrl, botToken, signingSecret } = slack;
  const bot = await start(
    { SLACK_API_URL: apiUrl, SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret },
    port,
  );
  open.push(() => bot.stop());
  return target(slack, bot.pid);
}

function target(slack: Slack, pid: number): Target {
  const people = Array.from({ length: WORKERS }, (_, index) => slack.addUser({ name: `person${index}` }));
  const beats = slack.addChannel({ name: 'beats', members: people });
  const { world } = slack;
  const answered = watchAnswers(slack);
  return {
    pid,
    async command(worker) {
      const person = people[worker];
      measured(person !== undefined, `no person ${worker}`);
      const answer = answered(person.id);
      const outcome = await slack.command(person, beats, '/isrc', 'check US-RC1-76-07839');
      measured(outcome.ok, `the command failed: ${JSON.stringify(outcome)}`);
      measured((await answer).includes('US-RC1-76-07839'), `the answer was ${await answer}`);
      return outcome.ms;
    },
    reset() {
      world.calls.length = 0;
      world.hooks.clear();
      world.triggers.clear();
    },
  };
}

/** Resolves with the next thing that a person is told; looks at each answer once, however many wait. */
function watchAnswers(slack: Slack): (person: string) => Promise<string> {
  const { world } = slack;
  const waiting = new Map<string, (text: string) => void>();
  const before = world.changed;
  world.changed = () => {
    before();
    for (const shown of world.ephemerals.splice(0)) {
      waiting.get(shown.user)?.(`${shown.text} ${JSON.stringify(shown.blocks)}`);
      waiting.delete(shown.user);
    }
  };
  return (person) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const timer = setTimeout(() => reject(new Error(`no answer for ${person} in 20 s`)), 20_000);
    waiting.set(person, (text) => {
      clearTimeout(timer);
      resolve(text);
    });
    return promise;
  };
}
