import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MEGABYTE = 1024 * 1024;
const MOST = 6;

export const openapiBodyTooLarge = refusalRule({
  id: 'openapi-body-too-large',
  severity: 'high',
  title: 'OpenAPI body too large',
  why: `API Gateway imports a definition of up to ${MOST} MB.`,
  remediation: 'Leave descriptions and examples out of the body, or split the API.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_ImportRestApi.html',
  find: ({ apis }) =>
    violations('API', apis, ({ bodySize = 0 }) => {
      const size = (bodySize / MEGABYTE).toFixed(1);
      return {
        when: bodySize > MOST * MEGABYTE,
        message: `API Gateway refuses an OpenAPI body of ${size} MB; it imports at most ${MOST} MB.`,
        after: `${size} MB`,
      };
    }),
});
