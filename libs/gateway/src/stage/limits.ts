import { check, isLate } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';

/** Limits of requests. Beyond them API Gateway answers 429. */
export interface Throttle {
  /** Requests a second. */
  readonly rateLimit: number;
  /** Requests at once. */
  readonly burstLimit: number;
}

/** How much of each request a stage writes down. */
export type LoggingLevel = 'OFF' | 'ERROR' | 'INFO';

/** @throws ConstructError for limits that refuse every request, and for a burst that is no whole number. */
export function checkThrottle(construct: Construct, throttle: Throttle, prop = 'stage.throttle'): void {
  for (const limit of ['rateLimit', 'burstLimit'] as const) {
    check(construct, isLate(throttle[limit]) || (Number.isFinite(throttle[limit]) && throttle[limit] > 0), {
      prop: `${prop}.${limit}`,
      expected: 'a number above 0',
      found: throttle[limit],
      fix: '0 would refuse every request',
    });
  }
  check(construct, isLate(throttle.burstLimit) || Number.isInteger(throttle.burstLimit), {
    prop: `${prop}.burstLimit`,
    expected: 'a whole number of requests',
    found: throttle.burstLimit,
    fix: 'Only rateLimit may have a fraction',
  });
}
