import { check, isLate } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** A share of the requests that gets what is new, while the others get what was deployed before. */
export interface CanaryOptions {
  /** Percent of the requests, 0 to 100. */
  readonly percentTraffic: number;
  /**
   * Variables that have other values for these requests.
   * @default - those of the stage
   */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Whether these requests are answered from the stage's cache.
   * @default false
   */
  readonly useStageCache?: boolean;
}

/** @throws ConstructError for a share that is none. */
export function checkCanary(stage: IConstruct, canary: CanaryOptions | undefined): void {
  if (canary === undefined) return;
  const { percentTraffic } = canary;
  check(stage, isLate(percentTraffic) || (percentTraffic >= 0 && percentTraffic <= 100), {
    prop: 'stage.canary.percentTraffic',
    expected: 'a number from 0 to 100',
    found: percentTraffic,
    fix: 'To give everyone what is new remove canary',
  });
}
