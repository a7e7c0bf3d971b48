import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const httpApiDefinedTwice = refusalRule({
  id: 'http-api-defined-twice',
  severity: 'high',
  title: 'HTTP API whose OpenAPI body deletes what is beside it',
  why: 'An import replaces the API: it deletes routes and integrations that are resources of their own. After it the provider deletes the CORS of the body, unless the API repeats it in cors_configuration.',
  remediation: 'Define routes in the body or as resources, not both, and write CORS into cors_configuration.',
  page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html',
  find: ({ httpApis }) =>
    violations('API', httpApis, ({ routes, corsInBody }) => {
      const inBody = routes.filter(({ address }) => address.includes('#'));
      const [beside] = routes.filter(({ address }) => address.startsWith('aws_apigatewayv2_route.'));
      return [
        {
          when: inBody.length > 0 && beside !== undefined,
          message: `The import of the OpenAPI body deletes ${String(beside?.address)}, which is not in it.`,
        },
        {
          when: corsInBody === true,
          message:
            'The CORS of the OpenAPI body is deleted after the import, because the API has no cors_configuration.',
        },
      ];
    }),
});
