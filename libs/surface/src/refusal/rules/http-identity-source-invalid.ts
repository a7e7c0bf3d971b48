import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const SOURCE = /^\$(request\.(header|querystring)\.[^ ]+|context\.[^ ]+|stageVariables\.[^ ]+)$/;

export const httpIdentitySourceInvalid = refusalRule({
  id: 'http-identity-source-invalid',
  severity: 'high',
  title: 'Identity source that an HTTP API cannot read',
  why: 'An HTTP API reads identity from $request.header.…, $request.querystring.…, $context.… and $stageVariables.…; method.request.… is how a REST API calls it.',
  remediation: 'Write $request.header.Authorization.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html',
  find: ({ httpApis }) =>
    httpApis
      .filter(({ protocol }) => protocol === 'HTTP')
      .flatMap(({ authorizers }) =>
        violations('authorizer', authorizers, ({ identitySources }) =>
          knownItems(identitySources).map((source) => ({
            when: !SOURCE.test(source),
            message: `API Gateway refuses the identity source ${source} of an HTTP API.`,
            after: source,
          })),
        ),
      ),
});
