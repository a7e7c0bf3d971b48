import { UnreadableError } from '@gatehouse/surface';
import { unreviewedTogether } from './build/unreviewed';
import { digestOfStacks } from './digest/environment-digest';
import type { EnvironmentReview } from './model/review';

/**
 * Reviews that were made apart, one for each environment or stack, as one; environments stay in the order given.
 *
 * @throws UnreadableError two reviews are of the same stack: which of them counts?
 */
export function mergeEnvironments(
  reviews: readonly { readonly where: string; readonly environment: EnvironmentReview }[],
): EnvironmentReview[] {
  const merged = new Map<string | undefined, EnvironmentReview>();
  const wheres = new Map<string, string>();
  for (const { where, environment } of reviews) {
    const { name } = environment;
    for (const stack of environment.stacks) {
      const place = `${name ?? ''}\n${stack.name}`;
      const other = wheres.get(place);
      if (other !== undefined)
        throw stackTwice(where, `${stack.name}${name === undefined ? '' : ` of ${name}`}`, other, NAME_THEM);
      wheres.set(place, where);
    }
    const known = merged.get(name);
    merged.set(name, known ? together(known, environment) : environment);
  }
  return [...merged.values()];
}

function together(one: EnvironmentReview, other: EnvironmentReview): EnvironmentReview {
  const stacks = [...one.stacks, ...other.stacks];
  return {
    name: one.name,
    digest: digestOfStacks(stacks),
    apis: [...new Set([...one.apis, ...other.apis])].sort(),
    access: [...one.access, ...other.access],
    findings: [...one.findings, ...other.findings],
    suppressed: [...one.suppressed, ...other.suppressed],
    // What one stack's findings show with their reason, the other has nothing of.
    standing: one.standing.filter((entry) => other.standing.some(({ rule }) => rule === entry.rule)),
    // Idle for one stack may be what another one needed.
    unusedSuppressions: one.unusedSuppressions.filter((entry) =>
      other.unusedSuppressions.some(
        (each) => each.rule === entry.rule && each.address === entry.address && each.reason === entry.reason,
      ),
    ),
    unreviewed: unreviewedTogether([one, other]),
    stacks,
  };
}

const NAME_THEM = 'Leave one of the two out, or name their environments.';

export const stackTwice = (where: string, stack: string, other: string, remedy: string): UnreadableError =>
  new UnreadableError(where, 'every stack once', `a second plan of ${stack}; the first is in ${other}`, remedy);
