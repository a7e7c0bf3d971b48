import { nameOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const TYPES = [
  ...['ACCESS_DENIED', 'API_CONFIGURATION_ERROR', 'AUTHORIZER_CONFIGURATION_ERROR', 'AUTHORIZER_FAILURE'],
  ...['BAD_REQUEST_BODY', 'BAD_REQUEST_PARAMETERS', 'DEFAULT_4XX', 'DEFAULT_5XX', 'EXPIRED_TOKEN'],
  ...['INTEGRATION_FAILURE', 'INTEGRATION_TIMEOUT', 'INVALID_API_KEY', 'INVALID_SIGNATURE'],
  ...['MISSING_AUTHENTICATION_TOKEN', 'QUOTA_EXCEEDED', 'REQUEST_TOO_LARGE', 'RESOURCE_NOT_FOUND', 'THROTTLED'],
  ...['UNAUTHORIZED', 'UNSUPPORTED_MEDIA_TYPE', 'WAF_FILTERED'],
];

export const gatewayResponseInvalid = refusalRule({
  id: 'gateway-response-invalid',
  severity: 'high',
  title: 'Gateway response of no known type or status',
  why: 'API Gateway has a fixed list of error responses, and a status of an HTTP answer has three digits.',
  remediation: 'Use a type of the list, and a status from 200 to 599.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
  find: ({ apis }) =>
    apis.flatMap((api) =>
      api.gatewayResponses.flatMap((response) => {
        const { type, statusCode } = response;
        return violationsAt(response, `API ${nameOf(api)}`, [
          {
            when: typeof type === 'string' && !TYPES.includes(type),
            message: `API Gateway refuses the gateway response ${String(type)}, which it does not have.`,
            after: String(type),
          },
          {
            when: typeof statusCode === 'string' && !/^[1-5]\d\d$/.test(statusCode),
            message: `API Gateway refuses the status ${String(statusCode)} of the gateway response ${String(type)}.`,
            after: String(statusCode),
          },
        ]);
      }),
    ),
});
