/* eslint-disable @typescript-eslint/no-require-imports -- all rules of the review, which most commands do not need */
import type * as reminder from './commands/remind-of-snapshot';
import type * as review from './commands/review';
import type * as reviewed from './reviewed';

export const lazy = {
  reminder: () => require('./commands/remind-of-snapshot') as typeof reminder,
  review: () => require('./commands/review') as typeof review,
  reviewed: () => require('./reviewed') as typeof reviewed,
};
