import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { askAll, type Part } from './readiness.ts';

export type Metrics = {
  /** Told of every answer: `label` is the command and subcommand, never anything that a person typed. */
  answered(label: string, outcome: string, tookMs: number): void;
  /** The text that Prometheus reads, and its media type. */
  read(): Promise<{ readonly text: string; readonly mediaType: string }>;
};

/** Around the limits that matter: Slack and Discord wait 3 seconds, people about a third of one. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 3, 5, 10, 30];

/** @param parts what is asked for its state whenever the metrics are read */
export function createMetrics(version: string, parts: () => readonly Part[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'splitproof_info',
    help: 'Always 1; the version is in the label.',
    labelNames: ['version'],
    registers,
  }).set({ version }, 1);
  const answers = new Counter({
    name: 'splitproof_answers_total',
    help: 'Answers given, by command and outcome (answered, refused, failed).',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'splitproof_answer_seconds',
    help: 'Time from the arrival of a command to its answer.',
    labelNames: ['command'],
    buckets: SECONDS,
    registers,
  });
  new Gauge({
    name: 'splitproof_ready',
    help: '1 while a platform is connected, or the database reachable, else 0.',
    labelNames: ['part'],
    registers,
    async collect() {
      this.reset();
      for (const { name, problem } of await askAll(parts())) {
        this.set({ part: name }, problem === null ? 1 : 0);
      }
    },
  });
  return {
    answered(command, outcome, tookMs) {
      answers.inc({ command, outcome });
      duration.observe({ command }, tookMs / 1000);
    },
    read: async () => ({ text: await registry.metrics(), mediaType: registry.contentType }),
  };
}
