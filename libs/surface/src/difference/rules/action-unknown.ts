import { planPlace } from '../plan-place';
import { differenceRule } from '../../findings/rule';

export const actionUnknown = differenceRule({
  id: 'action-unknown',
  severity: 'critical',
  title: 'The apply does something that a plan does not show as a change',
  why: 'Provider actions, and kinds of changes that are newer than this review, do things in the account that nothing here can evaluate.',
  remediation: 'Read what it does in the code; upgrade Gatehouse if Terraform is newer.',
  page: 'https://developer.hashicorp.com/terraform/language/invoke-actions',
  find: ({ plans }) =>
    plans.flatMap((plan) => [
      ...plan.changes
        .filter(({ action }) => action === 'unknown')
        .map((change) => ({
          at: change,
          subject: change.address,
          message: `Nobody can tell what happens to ${change.address}: this review does not know ${change.actions.join(' and ')}.`,
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
