import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { violationsAt } from '../findings/violations';
import { blocks } from './cloudfront/behaviors';
import type { Comparison } from './comparison';
import { RUNNERS } from './runners';

/** Roles that are no more where they were, and what of the plan still runs with them. */
export function lostRoles(comparison: Comparison): readonly Violation[] {
  const changes = comparison.changesOf('aws_iam_role');
  const gone = changes.filter(({ action }) => action === 'delete' || action.startsWith('replace'));
  if (gone.length === 0) return [];
  const there = new Set(changes.flatMap(({ action, after }) => (action === 'no-op' ? [] : (calledOf(after) ?? []))));
  return gone.flatMap((change) => {
    const called = calledOf(change.before);
    // One with the same name and path is called the same.
    return called === undefined || there.has(called) ? [] : found(change, usersOf(change, comparison));
  });
}

/** A role in its ARN. */
function calledOf(values: PlannedChange['before']): string | undefined {
  const { name, path } = values ?? {};
  return typeof name === 'string' ? `${typeof path === 'string' ? path : '/'}${name}` : undefined;
}

function found(change: PlannedChange, users: readonly string[]): readonly Violation[] {
  const { after, before } = change;
  const name = String(before?.['name']);
  const isMany = users.length > 1;
  return violationsAt(change, `role ${name}`, [
    {
      when: users.length > 0,
      message: `${users.join(' and ')} ${isMany ? 'run' : 'runs'} with role ${name}, which no longer exists: ${isMany ? 'their' : 'its'} calls to AWS fail.`,
    },
    {
      when: users.length === 0 && after !== undefined,
      severity: 'medium',
      message: `Role ${name} gets another ARN: policies and trusts elsewhere that name the old one no longer mean it.`,
    },
  ]);
}

/** What still has its ARN, or its name, after the apply. */
function usersOf({ before }: PlannedChange, { changesOf }: Comparison): readonly string[] {
  const { arn, name } = before ?? {};
  return Object.entries(RUNNERS).flatMap(([type, { by, block, role }]) =>
    changesOf(type)
      .filter(({ after }) => {
        const values = block === undefined ? after : blocks(after?.[block])[0];
        return values?.[role] !== undefined && values[role] === (by === 'name' ? name : arn);
      })
      .map(({ address }) => address),
  );
}
