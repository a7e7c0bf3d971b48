import { check, checkWholeNumber } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** When to raise an alarm; what is absent is not watched. */
export interface Thresholds {
  /** Percent of the requests that fail with 5XX, above 0 and at most 100. Alarm in 3 of 5 minutes. */
  readonly serverErrorPercent?: number;
  /** Percent of the requests that are refused with 4XX, above 0 and at most 100. Alarm in 3 of 5 minutes. */
  readonly clientErrorPercent?: number;
  /** Milliseconds that the slowest request of a hundred takes, 1 to 29000. Alarm in 3 of 5 minutes. */
  readonly latencyP99Milliseconds?: number;
  /** Requests without a valid token (401) in five minutes. */
  readonly unauthorizedPer5Minutes?: number;
  /** Requests above a limit (429) in five minutes. */
  readonly throttledPer5Minutes?: number;
}

/** One thing that is watched. */
export interface Alarm {
  /** In snake case, for Terraform. */
  readonly name: string;
  readonly description: string;
  readonly threshold: number;
  /** Metric of API Gateway, and how it is summed up. */
  readonly metric?: string;
  readonly statistic?: { readonly statistic: string } | { readonly extendedStatistic: string };
  /** Status to count in the access log, instead of a metric. */
  readonly status?: number;
}

/** @throws ConstructError for a threshold that can never be passed, and for 0, which one request passes. */
export function thresholds(construct: IConstruct, given: Thresholds): Alarm[] {
  checkPercent(construct, 'serverErrorPercent', given.serverErrorPercent);
  checkPercent(construct, 'clientErrorPercent', given.clientErrorPercent);
  checkCount(construct, 'latencyP99Milliseconds', given.latencyP99Milliseconds, 29_000);
  checkCount(construct, 'unauthorizedPer5Minutes', given.unauthorizedPer5Minutes);
  checkCount(construct, 'throttledPer5Minutes', given.throttledPer5Minutes);
  return [
    ...errors('5xx', given.serverErrorPercent, 'fail'),
    ...errors('4xx', given.clientErrorPercent, 'are refused'),
    ...when(given.latencyP99Milliseconds, (threshold) => ({
      name: 'latency',
      description: `one request of a hundred takes longer than ${threshold} ms`,
      threshold,
      metric: 'Latency',
      statistic: { extendedStatistic: 'p99' },
    })),
    ...answers('unauthorized', 401, given.unauthorizedPer5Minutes, 'come without a valid token'),
    ...answers('throttled', 429, given.throttledPer5Minutes, 'are above a limit'),
  ];
}

function errors(kind: '4xx' | '5xx', percent: number | undefined, what: string): Alarm[] {
  return when(percent, (threshold) => ({
    name: kind,
    description: `more than ${threshold} % of the requests ${what} (${kind.toUpperCase()})`,
    // The metric is 1 for an error and 0 for any other answer.
    threshold: threshold / 100,
    metric: `${kind.toUpperCase()}Error`,
    statistic: { statistic: 'Average' },
  }));
}

function answers(name: string, status: number, count: number | undefined, what: string): Alarm[] {
  return when(count, (threshold) => ({
    name,
    description: `more than ${threshold} requests in five minutes ${what} (${status})`,
    threshold,
    status,
  }));
}

function when(threshold: number | undefined, alarm: (threshold: number) => Alarm): Alarm[] {
  return threshold === undefined ? [] : [alarm(threshold)];
}

function checkCount(construct: IConstruct, prop: string, value: number | undefined, max = 1_000_000_000) {
  if (value === undefined) return;
  const fix = 'Remove it to watch nothing';
  checkWholeNumber(construct, value, { prop: `alarms.${prop}`, min: 1, max, fix });
}

function checkPercent(construct: IConstruct, prop: string, value: number | undefined): void {
  check(construct, value === undefined || (value > 0 && value <= 100), {
    prop: `alarms.${prop}`,
    expected: 'a number of percent above 0, at most 100',
    found: value,
    fix: 'Remove it to watch nothing',
  });
}
