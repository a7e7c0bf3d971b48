import { planName, planPlace } from '../plan-place';
import { differenceRule } from '../../findings/rule';

export const planErrored = differenceRule({
  id: 'plan-errored',
  severity: 'critical',
  title: 'Plan failed',
  why: 'A failed plan shows only what Terraform got to: deletions can be missing from it.',
  remediation: 'Fix the error that Terraform reports, and plan again.',
  page: 'https://developer.hashicorp.com/terraform/internals/json-format',
  find: ({ plans }) =>
    plans
      .filter(({ status }) => status.errored)
      .map((plan) => ({
        at: planPlace(plan),
        subject: planName(plan),
        message: 'What the rest of the code does to access is unknown: the plan failed, and shows only a part.',
      })),
});
