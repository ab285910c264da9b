import type { Redis } from '../redis.ts';

/** `not_sent`: turned away here, or no connection stood. `unknown`: it may have been taken on. `replayed`: told again what came of it. */
const createOutcomes = ['created', 'refused', 'not_sent', 'unknown', 'replayed'] as const;
export type CreateOutcome = (typeof createOutcomes)[number];
const callOutcomes = ['answered', 'failed'] as const;
type CallOutcome = (typeof callOutcomes)[number];

/** What a monitor is told of this copy. Every label has one of a few values, and none is a person's, a task's or a secret. */
export type Metrics = Readonly<{
  countRequest(method: string, route: string, status: number): void;
  countCreate(outcome: CreateOutcome): void;
  countUpload(outcome: CallOutcome): void;
  /** Of a task, at the service. */
  countPoll(outcome: CallOutcome): void;
  setEventStreams(open: number): void;
  /** All of it, in Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(): Promise<Readonly<{ type: string; body: string }>>;
}>;

type MetricsValues = Readonly<{ redis?: Redis | undefined }>;

/**
 * With the process's own metrics: event loop lag, memory, times. The library is loaded where metrics are wanted only. Names
 * follow https://prometheus.io/docs/practices/naming/
 */
export async function createMetrics({ redis }: MetricsValues): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Registry } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const requests = counter('http_requests_total', 'Requests answered, by the pattern of their path.', [
    'method',
    'route',
    'status',
  ]);
  const creates = counter('upload_paint_creates_total', 'Requests that cost money, by what came of them.', [
    'outcome',
  ]);
  const uploads = counter('upload_paint_uploads_total', 'Images sent to the service.', ['outcome']);
  const polls = counter('upload_paint_polls_total', 'Questions to the service for a task.', ['outcome']);
  // What has not happened yet is 0, and not missing: https://prometheus.io/docs/practices/instrumentation/#avoid-missing-metrics
  for (const outcome of createOutcomes) creates.inc({ outcome }, 0);
  for (const outcome of callOutcomes) for (const calls of [uploads, polls]) calls.inc({ outcome }, 0);
  const streams = new Gauge({
    name: 'upload_paint_event_streams',
    help: 'Event streams that are open.',
    registers,
  });
  if (redis !== undefined) {
    new Gauge({
      name: 'upload_paint_redis_up',
      help: 'Whether this copy reaches Redis.',
      registers,
      collect() {
        this.set(redis.isReady ? 1 : 0);
      },
    });
  }
  return {
    countRequest: (method, route, status) =>
      requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` }),
    countCreate: (outcome) => creates.inc({ outcome }),
    countUpload: (outcome) => uploads.inc({ outcome }),
    countPoll: (outcome) => polls.inc({ outcome }),
    setEventStreams: (open) => streams.set(open),
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}
