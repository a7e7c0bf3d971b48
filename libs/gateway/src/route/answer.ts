import { type ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { ApiGatewayIntegrationResponse } from '@cdktf/provider-aws/lib/api-gateway-integration-response';
import { ApiGatewayMethodResponse } from '@cdktf/provider-aws/lib/api-gateway-method-response';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { type BoundResponse } from '../integration/integration';
import { type DeclaredResponse } from '../request/declared-responses';
import { reference } from '../terraform';

interface AnsweredMethod {
  readonly resourceId: string;
  readonly integration: ApiGatewayIntegration;
}

/** The answers of a method: those that its author declares, and those that API Gateway makes of what a backend says. */
export function addAnswers(
  scope: Construct,
  api: ApiContext,
  method: AnsweredMethod,
  { declared = [], responses = [] }: Answers,
): void {
  for (const response of responses) {
    const own = declared.find(({ statusCode }) => statusCode === response.statusCode);
    addAnswer(scope, api, method, response, own);
  }
  for (const each of declared) {
    if (responses.some(({ statusCode }) => statusCode === each.statusCode)) continue;
    addDeclared(scope, api, method, { id: each.statusCode, ...each });
  }
}

interface Answers {
  readonly declared?: readonly DeclaredResponse[];
  readonly responses?: readonly BoundResponse[];
}

/** What API Gateway answers when it does so itself: the declared response of the method, and what goes into it. */
export function addAnswer(
  scope: Construct,
  api: ApiContext,
  method: AnsweredMethod,
  response: BoundResponse,
  own?: DeclaredResponse,
): ApiGatewayIntegrationResponse {
  const { contentHandling, headers, selectionPattern, statusCode, templates = {} } = response;
  const id = selectionPattern === undefined ? '' : statusCode;
  const headerNames = [...new Set([...Object.keys(headers), ...(own?.headerNames ?? [])])];
  const declared = addDeclared(scope, api, method, { id, statusCode, headerNames, models: own?.models });
  const answer = new ApiGatewayIntegrationResponse(scope, `IntegrationResponse${id}`, {
    ...placeOf(api, method),
    statusCode: reference(declared, 'status_code'),
    ...(selectionPattern !== undefined && { selectionPattern }),
    ...(contentHandling !== undefined && { contentHandling }),
    responseParameters: answerHeaders(headers),
    ...(Object.keys(templates).length > 0 && { responseTemplates: { ...templates } }),
  });
  return nameInTerraform(answer, nameOf(method, id));
}

/** Headers of an answer as an integration response wants them. */
export function answerHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([header, value]) => [`method.response.header.${header}`, value]),
  );
}

interface Declared extends Pick<DeclaredResponse, 'statusCode' | 'headerNames'> {
  readonly id: string;
  readonly models?: DeclaredResponse['models'];
}

function addDeclared(scope: Construct, api: ApiContext, method: AnsweredMethod, declared: Declared) {
  const { headerNames, id, models = {}, statusCode } = declared;
  const response = new ApiGatewayMethodResponse(scope, `MethodResponse${id}`, {
    ...placeOf(api, method),
    statusCode,
    responseParameters: Object.fromEntries(headerNames.map((header) => [`method.response.header.${header}`, true])),
    ...(Object.keys(models).length > 0 && { responseModels: { ...models } }),
  });
  return nameInTerraform(response, nameOf(method, id));
}

const placeOf = ({ restApiId }: ApiContext, { integration, resourceId }: AnsweredMethod) => ({
  restApiId,
  resourceId,
  // Through the integration, so that both responses wait for it.
  httpMethod: reference(integration, 'http_method'),
});

/** The answer that no pattern chooses has the name of the route alone. */
const nameOf = ({ integration: { friendlyUniqueId: name } }: AnsweredMethod, id: string): string =>
  id === '' ? name : `${name}_answers_${id}`;
