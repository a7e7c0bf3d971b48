import { Auth, type Integration, type RouteKey } from '../src/index';
import { definitions } from './definitions';
import { rendered, type TemplateInput } from './velocity';

export interface WrittenService {
  readonly uri: unknown;
  readonly method: unknown;
  readonly parameters: unknown;
  readonly permissions: unknown;
  /** The body that the service gets. */
  send(input: TemplateInput): string;
  /** The answer to what the service says with 200. */
  answer(body: string): string;
}

/** An integration with a service as resources; the OpenAPI body says the same, or this fails. */
export function writtenService(key: RouteKey, integration: Integration): WrittenService {
  const { body, resource } = definitions((api) => api.addRoute(key, { auth: Auth.idToken(), integration }));
  const [verb = '', path = ''] = key.split(' ');
  const [made = {}] = Object.values(resource.aws_api_gateway_integration ?? {});
  const extension = body.paths[path]?.[verb.toLowerCase()]?.['x-amazon-apigateway-integration'] as Made;
  const answers = Object.values(resource.aws_api_gateway_integration_response ?? {});
  expect(extension).toMatchObject({
    type: 'aws',
    httpMethod: made.integration_http_method,
    uri: made.uri,
    credentials: made.credentials,
    ...(made.request_templates !== undefined && { requestTemplates: made.request_templates }),
    ...(made.request_parameters !== undefined && { requestParameters: made.request_parameters }),
    timeoutInMillis: 29000,
  });
  expect(extension.passthroughBehavior).toBe(String(made.passthrough_behavior).toLowerCase());
  expect(extension.responses).toEqual(
    Object.fromEntries(
      answers.map((answer) => [
        answer.selection_pattern ?? 'default',
        {
          statusCode: expect.any(String) as string,
          responseParameters: answer.response_parameters,
          ...(answer.response_templates !== undefined && { responseTemplates: answer.response_templates }),
        },
      ]),
    ),
  );
  const policies = Object.values(resource.aws_iam_role_policy ?? {}).map(
    ({ policy }) => JSON.parse(String(policy)) as Policy,
  );
  const usual = answers.find(({ selection_pattern }) => selection_pattern === undefined);
  return {
    uri: made.uri,
    method: made.integration_http_method,
    parameters: made.request_parameters,
    permissions: policies.flatMap(({ Statement }) => Statement.map(({ Action, Resource }) => [Action, Resource])),
    send: (input) => rendered(templateOf(made.request_templates), input),
    answer: (text) => rendered(templateOf(usual?.response_templates), { body: text }),
  };
}

interface Made {
  readonly passthroughBehavior: string;
  readonly responses: object;
}

interface Policy {
  readonly Statement: readonly { readonly Action: unknown; readonly Resource: unknown }[];
}

const templateOf = (templates: unknown) => (templates as Record<string, unknown>)['application/json'];

/** URI of an operation of a service, in the region that the ARN of what is called names. */
export const serviceUri = (name: string, region = 'eu-west-1') =>
  `arn:\${data.aws_partition.gateway.partition}:apigateway:${region}:${name}`;

/** The region of the API. */
export const ownRegion = '${data.aws_region.gateway.name}';

/** What a caller sends, with all that JSON, forms and templates have as signs of their own. */
export const evil = `it's "quoted" \\ $input.body #end & more=1 \${x}`;
