import { planPlace } from '../plan-place';
import { differenceRule } from '../../findings/rule';

export const checkFailed = differenceRule({
  id: 'check-failed',
  severity: 'high',
  title: 'Check failed',
  why: 'A failed check block is only a warning: Terraform exits with 0 and applies all the same.',
  remediation: 'Fix what the check looks at, or the check.',
  page: 'https://developer.hashicorp.com/terraform/language/checks',
  find: ({ plans }) =>
    plans.flatMap((plan) =>
      plan.status.checks.map(({ address, status, messages }) => ({
        at: { ...planPlace(plan), address },
        subject: address,
        // Most are unknown before the first apply: they look at what is not there yet.
        severity: status === 'unknown' ? ('expected' as const) : ('high' as const),
        message:
          status === 'unknown'
            ? `Whether ${address} passes is known after the apply.`
            : `Check ${address} does not pass${messages.length > 0 ? `: ${messages.join(' ')}` : '.'}`,
        after: status,
      })),
    ),
});
