import { hash } from 'node:crypto';
import type { ChangeReview } from '../../model/review';

/** Where a change is on the page; addresses hold characters that an id cannot. */
export const anchor = (
  environment: string | undefined,
  stack: string,
  { address, deposed = '' }: Pick<ChangeReview, 'address' | 'deposed'>,
): string => `c-${hash('sha256', [environment ?? '', stack, address, deposed].join('\n'), 'hex').slice(0, 12)}`;
