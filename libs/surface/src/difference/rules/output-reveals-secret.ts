import { differenceRule } from '../../findings/rule';
import { planPlace } from '../plan-place';

export const outputRevealsSecret = differenceRule({
  id: 'output-reveals-secret',
  severity: 'medium',
  title: 'Output prints a secret',
  why: 'Terraform prints an output that is not sensitive at every plan and apply, so the secret is in the logs of CI and of everyone who runs it.',
  remediation: 'Mark the output sensitive, and take out nonsensitive(); rotate the secret if it was printed.',
  page: 'https://developer.hashicorp.com/terraform/language/functions/nonsensitive',
  find: ({ plans }) =>
    plans.flatMap((plan) =>
      plan.outputs
        .filter(({ revealed }) => revealed)
        .map(({ name }) => ({
          at: { ...planPlace(plan), address: `output.${name}` },
          subject: `output ${name}`,
          message: `Everyone who can read the logs of Terraform can read the secret in output ${name}.`,
          of: [`output ${name}`],
        })),
    ),
});
