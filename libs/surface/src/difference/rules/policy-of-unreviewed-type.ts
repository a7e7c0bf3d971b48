import { differenceRule } from '../../findings/rule';
import { unreviewedChanges } from '../../unreviewed/changes';
import { policiesIn } from '../../unreviewed/policies';

export const policyOfUnreviewedType = differenceRule({
  id: 'policy-of-unreviewed-type',
  severity: 'critical',
  title: 'Policy in another resource widened',
  why: 'A policy lets in the principals that it names, whichever resource holds it.',
  remediation: 'Name the principals, actions and resources that are needed.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html',
  find: (comparison) => unreviewedChanges(comparison).flatMap((found) => policiesIn(found, comparison.trusted)),
});
