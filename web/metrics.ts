/** Counts of what was answered, in the text format of Prometheus (version 0.0.4). */
export interface Metrics {
  /** `route` is the pattern of the route (/api/reports/:id), `seconds` the time to the answer's head. */
  observe(route: string, status: number, seconds: number): void;
  text(): string;
}

const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

interface Timing {
  readonly buckets: number[];
  sum: number;
  count: number;
}

export function countAnswers(): Metrics {
  const answers = new Map<string, number>();
  const timings = new Map<string, Timing>();
  return {
    observe(route, status, seconds) {
      const key = `route="${label(route)}",status="${status}"`;
      answers.set(key, (answers.get(key) ?? 0) + 1);
      const timing = timings.get(route) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
      timings.set(route, timing);
      BOUNDS.forEach((bound, n) => {
        if (seconds <= bound) timing.buckets[n] = (timing.buckets[n] ?? 0) + 1;
      });
      timing.sum += seconds;
      timing.count++;
    },
    text: () =>
      [...countLines(answers), ...[...timings].flatMap(([route, timing], n) => timingLines(route, timing, n === 0)), ''].join('\n'),
  };
}

function countLines(answers: ReadonlyMap<string, number>): string[] {
  const lines = [...answers].map(([labels, count]) => `suzhang_http_requests_total{${labels}} ${count}`);
  return ['# HELP suzhang_http_requests_total Answered requests.', '# TYPE suzhang_http_requests_total counter', ...lines];
}

function timingLines(route: string, { buckets, sum, count }: Timing, first: boolean): string[] {
  const name = 'suzhang_http_request_duration_seconds';
  const head = first ? [`# HELP ${name} Time to the head of the answer.`, `# TYPE ${name} histogram`] : [];
  const labels = `route="${label(route)}"`;
  const lines = BOUNDS.map((bound, n) => `${name}_bucket{${labels},le="${bound}"} ${buckets[n] ?? 0}`);
  return [
    ...head,
    ...lines,
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${sum.toFixed(6)}`,
    `${name}_count{${labels}} ${count}`,
  ];
}

const label = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
