import { differenceRule } from '../../findings/rule';
import { unreviewedChanges } from '../../unreviewed/changes';
import { principalsIn } from '../../unreviewed/principals';

export const principalAdded = differenceRule({
  id: 'principal-added',
  severity: 'critical',
  title: 'Another account let in',
  why: 'The owner of the account decides who there may use it, and what they do with it.',
  remediation: 'Remove it, or add the account or organization to those that you trust.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  find: (comparison) => unreviewedChanges(comparison).flatMap((found) => principalsIn(found, comparison.trusted)),
});
