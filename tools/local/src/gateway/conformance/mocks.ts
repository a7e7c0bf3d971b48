import { type Integration, type IntegrationResponse, type RestRoute } from '@gatehouse/surface';
import { aRoute, lambdaIntegration } from '../testing/surface';

export const aResponse = (overrides: Partial<IntegrationResponse> = {}): IntegrationResponse => ({
  statusCode: '200',
  responseParameters: {},
  responseTemplates: {},
  ...overrides,
});

/** A method whose MOCK integration answers 200; its responses declare the headers that they set, as AWS demands. */
export function aMock(title: string, overrides: Partial<Integration> = {}, more: Partial<RestRoute> = {}): RestRoute {
  const integration = lambdaIntegration({
    type: 'MOCK',
    uri: undefined,
    method: undefined,
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: [aResponse()],
    ...overrides,
  });
  const responses = integration.responses.map(({ statusCode, responseParameters }) => ({
    statusCode,
    responseParameters: Object.fromEntries(Object.keys(responseParameters).map((name) => [name, true])),
  }));
  return aRoute(title, { integration, responses, ...more });
}

/** A method that answers what a response template makes. */
export const aTemplate = (path: string, template: string, type = 'application/json'): RestRoute =>
  aMock(`ANY ${path}`, { responses: [aResponse({ responseTemplates: { [type]: template } })] });
