import { isEmpty } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const httpLambdaAuthorizerRefused = refusalRule({
  id: 'http-lambda-authorizer-refused',
  severity: 'high',
  title: 'Lambda authorizer of an HTTP API that lacks a part',
  why: 'An HTTP API sends a Lambda authorizer a payload of version 1.0 or 2.0; only with 2.0 may it answer yes or no, and only with identity sources can its answer be cached.',
  remediation:
    'Set authorizer_uri and authorizer_payload_format_version = "2.0"; name identity sources, or set authorizer_result_ttl_in_seconds to 0.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html',
  find: ({ httpApis }) =>
    httpApis
      .filter(({ protocol }) => protocol === 'HTTP')
      .flatMap(({ authorizers }) =>
        violations('authorizer', authorizers, ({ type, ...authorizer }) => {
          if (type !== 'REQUEST') return undefined;
          const { uri, payloadFormat, simpleResponses, resultTtl, identitySources } = authorizer;
          return [
            { when: uri === undefined, message: 'API Gateway refuses a Lambda authorizer without a function.' },
            {
              when: payloadFormat === undefined,
              message: 'API Gateway refuses a Lambda authorizer of an HTTP API without a payload version.',
            },
            {
              when: simpleResponses === true && payloadFormat === '1.0',
              message: 'API Gateway refuses simple responses with payload version 1.0; they need 2.0.',
            },
            {
              when: !isUnknown(resultTtl) && resultTtl > 0 && isEmpty(identitySources),
              message: `API Gateway refuses to cache answers for ${String(resultTtl)} seconds without an identity source.`,
            },
          ];
        }),
      ),
});
