import { differenceRule } from '../../findings/rule';
import { unreviewedChanges } from '../../unreviewed/changes';
import { principalsIn } from '../../unreviewed/principals';

export const principalAdded = differenceRule({
  id: 'principal-added',
  severity: 'high',
  title: 'Another account let in',
  why: 'Who controls the account decides who there may use it, and what becomes of what they get.',
  remediation: 'Remove it, or name the account among those that you trust.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  find: (comparison) => {
    const trusted = new Set(comparison.trusted.accounts);
    return unreviewedChanges(comparison).flatMap(({ change, own }) =>
      principalsIn(change, (account) => account === own || trusted.has(account)).map((found) =>
        // It may be the plan's own.
        own === undefined ? { ...found, severity: 'medium' as const } : found,
      ),
    );
  },
});
