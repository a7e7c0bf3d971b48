import { type IConstruct } from 'constructs';
import { checkWholeNumber } from '../checks';
import { GatewayError } from '../errors';

export interface CacheOptions {
  /** 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237. */
  readonly sizeGb: number;
  /** Seconds that an answer is kept, 1 to 3600. */
  readonly ttlSeconds: number;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html */
const sizes = [0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237];

/** @throws GatewayError for a size and a time that API Gateway does not have. */
export function checkCache(stage: IConstruct, cache: CacheOptions | undefined): void {
  if (cache === undefined) return;
  if (!sizes.includes(cache.sizeGb)) {
    throw new GatewayError(stage, {
      prop: 'stage.cache.sizeGb',
      expected: `one of ${sizes.join(', ')}`,
      found: cache.sizeGb,
      fix: 'API Gateway has no other sizes',
    });
  }
  checkWholeNumber(stage, cache.ttlSeconds, {
    prop: 'stage.cache.ttlSeconds',
    min: 1,
    max: 3600,
    fix: 'To keep nothing remove the cache',
  });
}
