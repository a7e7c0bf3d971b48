import { planName, planPlace } from '../plan-place';
import { differenceRule } from '../../findings/rule';

export const planIncomplete = differenceRule({
  id: 'plan-incomplete',
  severity: 'critical',
  title: 'Plan incomplete',
  why: 'A plan with -target, or with deferred changes, shows a part of the code; the next apply does the rest.',
  remediation: 'Plan everything, without -target.',
  page: 'https://developer.hashicorp.com/terraform/cli/commands/plan#resource-targeting',
  find: ({ plans }) =>
    plans
      // What is put off says itself why, and a failed plan has a rule of its own.
      .filter(({ status }) => status.complete === false && !status.errored && status.deferred.length === 0)
      .map((plan) => ({
        at: planPlace(plan),
        subject: planName(plan),
        message: 'What the rest of the code does to access is unknown: the plan was made for a part of it.',
      })),
});
