/* eslint-disable @typescript-eslint/no-require-imports -- what most commands do not need: all rules of the review, and more */
import type * as canary from './commands/canary';
import type * as reminder from './commands/remind-of-snapshot';
import type * as review from './commands/review';
import type * as reviewed from './reviewed/reviewing';

export const lazy = {
  canary: () => require('./commands/canary') as typeof canary,
  reminder: () => require('./commands/remind-of-snapshot') as typeof reminder,
  review: () => require('./commands/review') as typeof review,
  reviewed: () => require('./reviewed/reviewing') as typeof reviewed,
};
