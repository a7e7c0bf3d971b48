import { isWhole } from '../build/verdict';
import type { Review } from '../model/review';
import { count } from '../text/count';
import { severityCounts } from '../text/words';
import { membersOf, type Sections } from './sections';

/** The verdict in one line: `2 critical, 1 high`. What is the same in several environments counts once. */
export function headline({ verdict, environments }: Review, { findings }: Sections): string {
  const all = membersOf(findings).map(({ item }) => item);
  const stacks = environments.flatMap((environment) => environment.stacks);
  const missing = stacks.filter((stack) => !isWhole(stack)).length;
  const unseen = missing === 0 ? '' : `${count(missing, 'stack')} not fully reviewed`;
  if (all.length > 0) return [severityCounts(all), unseen].filter(Boolean).join('; ');
  if (verdict === 'not reviewed') return unseen || 'nothing was reviewed';
  return stacks.some(({ status }) => status === 'changes') ? 'no risky changes' : 'no changes';
}
