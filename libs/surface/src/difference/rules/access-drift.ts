import { isMirrored } from '../mirrored';
import { differenceRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { commonVerdicts } from '../../verdicts/tables';

export const accessDrift = differenceRule({
  id: 'access-drift',
  severity: 'high',
  title: 'Access changed outside of Terraform',
  why: 'A manual change may be an emergency, a mistake or an intruder; the apply reverts it, or builds on it, silently.',
  remediation: 'Find out who changed it and why; then write it into the code, or let the apply revert it.',
  page: 'https://developer.hashicorp.com/terraform/tutorials/state/resource-drift',
  find: ({ plans }) => {
    // A stack gives roles of another one their policies.
    const resources = plans.flatMap(({ changes }) => changes);
    return plans.flatMap(({ drift }) =>
      drift
        .filter(({ type, deposed }) => ACCESS.test(type) && deposed === undefined)
        .flatMap((change) => {
          const { action, address } = change;
          // Nobody's access depends on a tag or a description.
          const names = change.changed.filter(
            (name) => !(name in commonVerdicts) && !isMirrored(change, name, resources),
          );
          return violationsAt(change, address, [
            {
              when: action === 'delete',
              message: `Resource ${address} was deleted outside of Terraform; the apply creates a new one.`,
              before: 'present',
              after: 'deleted',
            },
            {
              when: action === 'update' && names.length > 0,
              severity: 'medium',
              message: `Changed outside of Terraform: ${names.join(', ')} of ${address}.`,
              after: 'changed outside of Terraform',
            },
          ]);
        }),
    );
  },
});

/** What decides who may do what. */
const ACCESS =
  /^aws_(api_gateway_|apigatewayv2_|cognito_|iam_|lambda_(permission|function_url)|waf(v2|regional)?_|kms_key|s3_bucket_(policy|public_access_block|acl))/;
