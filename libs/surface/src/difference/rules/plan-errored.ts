import { planName, planPlace } from '../plan-place';
import { differenceRule } from '../../findings/rule';

export const planErrored = differenceRule({
  id: 'plan-errored',
  severity: 'critical',
  title: 'The plan failed halfway',
  why: 'A failed plan shows only what Terraform got to: deletions can be missing from it.',
  remediation: 'Repair what Terraform says is wrong and plan again.',
  page: 'https://developer.hashicorp.com/terraform/internals/json-format',
  find: ({ plans }) =>
    plans.flatMap((plan) =>
      plan.status.errored
        ? [
            {
              at: planPlace(plan),
              subject: planName(plan),
              message:
                'Nobody can tell what this does to people’s access: the plan failed, and shows only a part.',
            },
          ]
        : [],
    ),
});
