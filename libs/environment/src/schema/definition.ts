import { z } from 'zod';
import { object, text } from './fields';

/** Within the workspace, so that every build has it. */
const file = /^(?!\/|.*(^|\/)\.\.(\/|$))[^\s\\]+\.(json|ya?ml)$/;

export const definition = z
  .union(
    [
      z.literal('routes').meta({ description: 'The routes of libs/stacks/src/routes.ts.' }),
      object('The operations of an OpenAPI document.', {
        openapi: text(
          file,
          'a .json, .yaml or .yml file, from the top of the workspace',
          'OpenAPI 3.0 file, from the top of the workspace, such as libs/stacks/src/openapi.yaml.',
        ),
      }),
    ],
    {
      error: '"routes", or { "openapi": "<a .json, .yaml or .yml file, from the top of the workspace>" }',
    },
  )
  .meta({
    description:
      'Where the routes are written: "routes" (when absent), or an OpenAPI 3.0 file whose operations are guarded unless they say x-<project>-public. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html',
  });
