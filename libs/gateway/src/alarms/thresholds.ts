import { check, checkWholeNumber, isLate, numberText } from '@gatehouse/construct-kit';
import { Op, Token } from 'cdktf';
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
  readonly metric?: 'Latency' | 'clientErrors' | 'serverErrors';
  readonly statistic?: { readonly statistic: string } | { readonly extendedStatistic: string };
  /** Status to count in the access log, instead of a metric. */
  readonly status?: number;
}

const alarms: Readonly<Record<keyof Thresholds, (threshold: number) => Alarm>> = {
  serverErrorPercent: (percent) => errors('5xx', percent, 'fail'),
  clientErrorPercent: (percent) => errors('4xx', percent, 'are refused'),
  latencyP99Milliseconds: (threshold) => ({
    name: 'latency',
    description: `one request of a hundred takes longer than ${numberText(threshold)} ms`,
    threshold,
    metric: 'Latency',
    statistic: { extendedStatistic: 'p99' },
  }),
  unauthorizedPer5Minutes: (count) => answers('unauthorized', 401, count, 'come without a valid token'),
  throttledPer5Minutes: (count) => answers('throttled', 429, count, 'are above a limit'),
};

/** @throws ConstructError for a threshold that can never be passed, and for 0, which one request passes. */
export function thresholds(construct: IConstruct, given: Thresholds): Alarm[] {
  return Object.entries(alarms).flatMap(([prop, alarm]) => {
    const threshold = given[prop as keyof Thresholds];
    if (threshold === undefined) return [];
    checkThreshold(construct, prop, threshold);
    return [alarm(threshold)];
  });
}

function errors(kind: '4xx' | '5xx', percent: number, what: string): Alarm {
  return {
    name: kind,
    description: `more than ${numberText(percent)} % of the requests ${what} (${kind.toUpperCase()})`,
    // The metric is 1 for an error and 0 for any other answer.
    threshold: isLate(percent) ? Token.asNumber(Op.div(percent, 100)) : percent / 100,
    metric: kind === '4xx' ? 'clientErrors' : 'serverErrors',
    statistic: { statistic: 'Average' },
  };
}

function answers(name: string, status: number, threshold: number, what: string): Alarm {
  return {
    name,
    description: `more than ${numberText(threshold)} requests in five minutes ${what} (${status})`,
    threshold,
    status,
  };
}

function checkThreshold(construct: IConstruct, name: string, value: number): void {
  const prop = `alarms.${name}`;
  const fix = 'Remove it to watch nothing';
  if (name.endsWith('Percent')) {
    const expected = 'a number of percent above 0, at most 100';
    check(construct, isLate(value) || (value > 0 && value <= 100), { prop, expected, found: value, fix });
  } else {
    const max = name === 'latencyP99Milliseconds' ? 29_000 : 1_000_000_000;
    checkWholeNumber(construct, value, { prop, min: 1, max, fix });
  }
}
