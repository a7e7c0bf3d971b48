import { planPlace } from '../plan-place';
import { differenceRule } from '../../findings/rule';

export const actionUnknown = differenceRule({
  id: 'action-unknown',
  severity: 'critical',
  title: 'Action the plan does not show',
  why: 'Provider actions, and change types newer than this review, change things in the account that no rule can evaluate.',
  remediation: 'Read in the code what it does; upgrade plan-review if Terraform is newer.',
  page: 'https://developer.hashicorp.com/terraform/language/invoke-actions',
  find: ({ plans }) =>
    plans.flatMap((plan) => [
      ...plan.changes
        .filter(({ action }) => action === 'unknown')
        .map((change) => ({
          at: change,
          subject: change.address,
          message: `What happens to ${change.address} is unknown: this review does not know ${change.actions.join(' and ')}.`,
          after: change.actions.join(', '),
        })),
      ...plan.status.actionInvocations.map((address) => ({
        at: { ...planPlace(plan), address },
        subject: address,
        severity: 'medium' as const,
        message: `The apply runs ${address}, which can change access without any change of a resource.`,
        after: 'invoked',
      })),
    ]),
});
