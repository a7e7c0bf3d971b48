import type { Policy, RestApi, Unknown } from '../../model';
import { isEmpty, knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';
import { isPrivate } from '../../access/api';

export const openResourcePolicy = postureRule({
  id: 'open-resource-policy',
  severity: 'critical',
  title: 'Resource policy allows everyone',
  why: 'Where routes use IAM or the API is private, the resource policy decides about other accounts: with Principal "*" and no condition, every AWS account passes. Elsewhere it restricts nothing, though it looks as if it did.',
  remediation: 'Name the accounts or VPC endpoints that may call, or add a condition (aws:SourceVpce, aws:SourceIp).',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  replaces: ['CKV2_AWS_70'],
  find: ({ apis }) =>
    violations(
      'API',
      apis.filter(({ policy }) => policy !== undefined && letsEveryoneIn(policy)),
      (api) =>
        isPrivate(api) || hasIamRoutes(api)
          ? { message: 'Anyone with an AWS account can call it.' }
          : { severity: 'medium', message: 'Anyone passes its resource policy.', of: ['no route uses IAM'] },
    ),
});

/** The usual allow-list is an Allow for everyone beside a Deny with a condition: a Deny is taken to be meant. */
const letsEveryoneIn = (policy: Policy<Unknown>): boolean =>
  !isUnknown(policy) &&
  policy.every(({ effect }) => effect === 'Allow') &&
  policy.some(({ principals, conditions }) => knownItems(principals).includes('*') && isEmpty(conditions));

const hasIamRoutes = ({ routes }: RestApi<Unknown>): boolean =>
  routes.some(({ auth }) => !isUnknown(auth) && auth.kind === 'iam');
