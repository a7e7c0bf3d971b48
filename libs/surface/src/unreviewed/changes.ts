import type { PlannedChange } from '../changes/planned-change';
import type { Comparison } from '../difference/comparison';
import { HOLDERS } from '../resource-policies/holders';
import { ownAccounts } from '../terraform/own-accounts';
import { placeOf } from '../model/located';

/** Types whose policies have a reader of their own. */
const READ: ReadonlySet<string> = new Set(
  HOLDERS.flatMap(({ policies, statements = {}, owners, inline }) => [
    ...Object.keys(policies),
    ...Object.keys(statements),
    ...(inline === undefined ? [] : owners),
  ]),
);

/** What is created or changed of types that no table has, with the account of each. */
export function unreviewedChanges(
  comparison: Comparison,
): readonly { readonly change: PlannedChange; readonly own: string | undefined }[] {
  const { changes, verdicts, resources } = comparison;
  const open = changes.filter(
    ({ type, action, deposed }) =>
      MADE.has(action) &&
      deposed === undefined &&
      verdicts.of(type)?.isUnlisted !== false &&
      !READ.has(type) &&
      !PERMISSION_SET.test(type),
  );
  if (open.length === 0) return [];
  const accounts = ownAccounts(resources.after);
  const byType = new Map<string, ReadonlyMap<string, string | undefined>>();
  return open.map((change) => {
    const known =
      byType.get(change.type) ??
      new Map(resources.after.managed(change.type).map((each) => [placeOf(each), accounts.of(each)]));
    byType.set(change.type, known);
    return { change, own: known.get(placeOf(change)) };
  });
}

/** The rules for IAM read them with the policies of the account. */
const PERMISSION_SET = /^aws_ssoadmin_/;

const MADE: ReadonlySet<string> = new Set(['create', 'update', 'replace', 'replace-and-forget']);
