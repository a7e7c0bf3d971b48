import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const httpCorsCredentials = refusalRule({
  id: 'http-cors-credentials',
  severity: 'high',
  title: 'CORS with credentials for every origin',
  why: 'An HTTP API does not allow credentials for the origin *.',
  remediation: 'List the origins, or turn credentials off.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
  find: ({ httpApis }) =>
    violations('API', httpApis, ({ cors }) => ({
      when: cors?.credentials === true && knownItems(cors.origins).includes('*'),
      message: 'API Gateway refuses CORS with credentials for the origin *.',
      after: '*',
    })),
});
