import { differenceRule } from '../../findings/rule';
import { openedObjects } from '../../resource-policies/opened';
import { isOfState } from '../../resource-policies/state';
import { violationsOf } from '../../resource-policies/violations';

export const resourcePolicyWidened = differenceRule({
  id: 'resource-policy-widened',
  severity: 'critical',
  title: 'Policy of a resource widened',
  why: 'The policy of a bucket, key, queue, topic, secret or bus lets in principals that no role of the account knows of: other accounts, everyone, or a service that acts for any of its customers.',
  remediation: 'Name the principals that need it; say in the policy file which accounts and organizations are trusted.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
  find: (comparison) =>
    openedObjects(comparison)
      .filter(({ object }) => object.holder.noun !== 'function' && !isOfState(object))
      .flatMap((opened) => violationsOf(opened, comparison.trusted)),
});
