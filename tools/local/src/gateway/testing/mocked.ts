import { type Integration, type IntegrationResponse, type MethodResponse } from '@gatehouse/surface';
import { testGateway } from './call';
import { anApi, aRoute, aStage, lambdaIntegration } from './surface';

export const integrationResponse = (overrides: Partial<IntegrationResponse> = {}): IntegrationResponse => ({
  statusCode: '200',
  responseParameters: {},
  responseTemplates: {},
  ...overrides,
});

const mockIntegration = (overrides: Partial<Integration> = {}): Integration =>
  lambdaIntegration({
    type: 'MOCK',
    uri: undefined,
    method: undefined,
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: [integrationResponse()],
    ...overrides,
  });

/** Declares the headers that the integration responses set, as AWS demands. */
const declare = (responses: readonly IntegrationResponse[]): MethodResponse[] =>
  responses.map(({ statusCode, responseParameters }) => ({
    statusCode,
    responseParameters: Object.fromEntries(Object.keys(responseParameters).map((name) => [name, true])),
  }));

/** A gateway whose one route has a MOCK integration. */
export async function mocked(
  overrides: Partial<Integration>,
  { responses, key = 'ANY /health' }: { responses?: MethodResponse[]; key?: string } = {},
) {
  const integration = mockIntegration(overrides);
  const route = aRoute(key, { integration, responses: responses ?? declare(integration.responses) });
  return testGateway(anApi({ routes: [route], stages: [aStage({ variables: { origin: 'https://x.example' } })] }));
}
