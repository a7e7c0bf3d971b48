import { isMirrored } from '../mirrored';
import { differenceRule, type Violation } from '../../findings/rule';

export const accessDrift = differenceRule({
  id: 'access-drift',
  severity: 'high',
  title: 'Access changed outside of Terraform',
  why: 'A manual change may be an emergency, a mistake or an intruder; the apply reverts it, or builds on it, silently.',
  remediation: 'Find out who changed it and why; then write it into the code, or let the apply revert it.',
  page: 'https://developer.hashicorp.com/terraform/tutorials/state/resource-drift',
  find: ({ plans }) =>
    plans.flatMap(({ drift, changes }) =>
      drift.flatMap((change): Violation[] => {
        const changed = change.changed.filter(
          (name) => !QUIET.has(name) && !isMirrored(change, name, changes),
        );
        if (!ACCESS.test(change.type) || change.deposed !== undefined) return [];
        if (change.action === 'delete') {
          return [
            {
              at: change,
              subject: change.address,
              message: `Resource ${change.address} was deleted outside of Terraform; the apply creates a new one.`,
              before: 'present',
              after: 'deleted',
            },
          ];
        }
        if (change.action !== 'update' || changed.length === 0) return [];
        return [
          {
            at: change,
            subject: change.address,
            severity: 'medium' as const,
            message: `Changed outside of Terraform: ${changed.join(', ')} of ${change.address}.`,
            after: 'changed outside of Terraform',
          },
        ];
      }),
    ),
});

/** What decides who may do what. */
const ACCESS =
  /^aws_(api_gateway_|apigatewayv2_|cognito_|iam_|lambda_(permission|function_url)|waf(v2|regional)?_|kms_key|s3_bucket_(policy|public_access_block|acl))/;

/** What AWS itself changes, or nobody's access hangs on. */
const QUIET = new Set([
  'tags',
  'tags_all',
  'aws_account_id',
  'cloudfront_distribution',
  'cloudfront_distribution_arn',
  'cloudfront_distribution_zone_id',
  's3_bucket',
  'domain',
  'custom_domain',
  'estimated_number_of_users',
  'last_modified_date',
  'root_resource_id',
  'description',
  'created_date',
  'execution_arn',
  'invoke_url',
  'version',
]);
