import { differenceRule } from '../../findings/rule';
import { guardedObjects } from '../../resource-policies/guarded';

export const policySetTwice = differenceRule({
  id: 'policy-set-twice',
  severity: 'medium',
  title: 'One policy set by two resources',
  why: 'AWS keeps one policy for such a resource: the resource that is applied last overwrites the other, and which one that is can change with every apply.',
  remediation: 'Put the statements of both into one policy.',
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html',
  find: (comparison) =>
    guardedObjects(comparison).flatMap(({ after, before, holder, name }) => {
      if (holder.owners.length === 0 || after.policies.length < 2 || before.policies.length >= after.policies.length)
        return [];
      const [changes] = after.policies.filter((each) => each.changes);
      if (!changes) return [];
      const places = after.policies.map(({ from }) => from.address).join(' and ');
      const subject = `${holder.noun} ${name}`;
      return [
        {
          at: changes.from,
          subject,
          message: `${places} both set the policy of ${subject}: one overwrites the other.`,
        },
      ];
    }),
});
