import type { Review } from '../model/review';
import { count } from '../text/count';
import { severityCounts, stacksNotReviewed } from '../text/words';
import type { Sections } from './sections';

/** The verdict in one line: `2 critical, 1 high`. What is the same in several environments counts once. */
export function headline({ verdict, environments }: Review, { findings }: Sections): string {
  const all = findings.flatMap(({ head, followers }) => [head, ...followers]).map(({ item }) => item);
  const missing = stacksNotReviewed(environments).length;
  const unseen = missing === 0 ? '' : `${count(missing, 'stack')} not fully reviewed`;
  if (all.length > 0) return [severityCounts(all), unseen].filter(Boolean).join('; ');
  if (verdict === 'not reviewed') return unseen || 'nothing was reviewed';
  const changes = environments.flatMap(({ stacks }) => stacks).some(({ status }) => status === 'changes');
  return changes ? 'no risky changes' : 'no changes';
}
