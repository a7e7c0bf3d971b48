import { type Answer } from './answer';

/** Sample data. A real service puts a database here. */
const prices = [
  { plan: 'one report', euros: 9 },
  { plan: 'all reports for a month', euros: 49 },
];

/** GET /prices: the same for everyone, so that guests can read it before they sign up. */
export function listPrices(): Answer {
  return { status: 200, body: { prices } };
}
