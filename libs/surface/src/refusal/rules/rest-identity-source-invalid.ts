import type { RestAuthorizer, Unknown } from '../../model';
import { refusalRule } from '../../findings/rule';
import { violations, type Found } from '../../findings/violations';

export const restIdentitySourceInvalid = refusalRule({
  id: 'rest-identity-source-invalid',
  severity: 'high',
  title: 'Identity source that a REST API cannot read',
  why: 'A REST API reads identity from method.request.header.…, method.request.querystring.…, context.… and stageVariables.…; an authorizer of type TOKEN or COGNITO_USER_POOLS from one header.',
  remediation:
    'Write method.request.header.Authorization, or for type REQUEST several such sources with commas between them.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html',
  find: ({ apis }) => apis.flatMap(({ authorizers }) => violations('authorizer', authorizers, refused)),
});

const REQUEST = /^(method\.request\.(header|querystring|path)\.[^ ]+|context\.[^ ]+|stageVariables\.[^ ]+)$/;
const HEADER = /^method\.request\.header\.[^ ,]+$/;

function refused({ type, identitySource }: RestAuthorizer<Unknown>): readonly Found[] {
  if (typeof identitySource !== 'string' || typeof type !== 'string' || identitySource === '') return [];
  const sources = type === 'REQUEST' ? identitySource.split(',').map((source) => source.trim()) : [identitySource];
  const form = type === 'REQUEST' ? REQUEST : HEADER;
  return sources.map((source) => ({
    when: !form.test(source),
    message: `API Gateway refuses the identity source ${source} of an authorizer of type ${type}.`,
    after: identitySource,
  }));
}
