import { cacheSizes } from '@gatehouse/checks';
import { checkOneOf, checkWholeNumber } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

/** The cache of a stage. */
export interface CacheOptions {
  /** 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237. */
  readonly sizeGb: number;
  /** Seconds that an answer is kept, 1 to 3600. */
  readonly ttlSeconds: number;
}

/** @throws ConstructError for a size and a time that API Gateway does not have. */
export function checkCache(stage: IConstruct, cache: CacheOptions | undefined): void {
  if (cache === undefined) return;
  checkOneOf(stage, cache.sizeGb, {
    prop: 'stage.cache.sizeGb',
    values: cacheSizes,
    fix: 'API Gateway has no other sizes',
  });
  checkWholeNumber(stage, cache.ttlSeconds, {
    prop: 'stage.cache.ttlSeconds',
    min: 1,
    max: 3600,
    fix: 'To keep nothing remove the cache',
  });
}
