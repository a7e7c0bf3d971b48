import type { UsagePlan, Unknown } from '../model';
import { knownItems } from '../model/lists';

/** What a usage plan allows each API key. */
export interface PlanLimit {
  /** Equal before and after. */
  readonly id: string;
  /** To compare: of a quota, requests a day. */
  readonly amount: number;
  /** `10 requests a second` */
  readonly text: string;
}

const DAYS = { DAY: 1, WEEK: 7, MONTH: 30 } as const;

/** The limits of a usage plan that are known. */
export function planLimits({ throttleRate, throttleBurst, quota, stages }: UsagePlan<Unknown>): readonly PlanLimit[] {
  const { limit, period } = quota ?? {};
  return [
    ...limitOf('rate', throttleRate, 'requests a second'),
    ...limitOf('burst', throttleBurst, 'requests at once'),
    ...(typeof period === 'string' ? limitOf('quota', limit, `requests a ${period.toLowerCase()}`, DAYS[period]) : []),
    ...knownItems(stages).flatMap(({ stage, throttles }) =>
      knownItems(throttles).flatMap(({ path, rate, burst }) =>
        typeof path === 'string' && typeof stage === 'string'
          ? [
              ...limitOf(`rate of ${path} at ${stage}`, rate, `requests a second to ${path}`),
              ...limitOf(`burst of ${path} at ${stage}`, burst, `requests at once to ${path}`),
            ]
          : [],
      ),
    ),
  ];
}

const limitOf = (id: string, limit: number | Unknown | undefined, unit: string, days = 1): readonly PlanLimit[] =>
  typeof limit === 'number' ? [{ id, amount: limit / days, text: `${limit} ${unit}` }] : [];
