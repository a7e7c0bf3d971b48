import { groupBy } from '../../group-by';
import { titleOf } from '../../access/route';
import type { Integration, IntegrationResponse, RestRoute, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';

export const integrationResponseRefused = refusalRule({
  id: 'integration-response-refused',
  severity: 'high',
  title: 'Integration response that does not fit its method',
  why: 'An integration response becomes the method response of the same status and sets the headers that it declares. There is one of each status: a second one overwrites the first.',
  remediation:
    'Add the method response, or declare the header in it. Join responses of one status with a selection pattern such as 4\\d{2}|5\\d{2}.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html',
  find: ({ apis }) =>
    apis
      .filter(({ managed, complete, strayResponses }) => managed && complete && strayResponses !== true)
      .flatMap(({ routes }) => routes.flatMap((route) => violationsAt(route, titleOf(route), refused(route)))),
});

function refused(route: RestRoute<Unknown>): readonly Found[] {
  const { integration, responses } = route;
  if (!integration || isIgnored(route, integration) || responses.some(({ statusCode }) => isUnknown(statusCode)))
    return [];
  const declared = new Map(responses.map((response) => [response.statusCode, response]));
  const known = integration.responses.filter(({ statusCode }) => !isUnknown(statusCode));
  const twice = [...groupBy(known, ({ statusCode }) => statusCode)].filter(([, all]) => all.length > 1);
  return [
    ...known.map(({ statusCode }) => ({
      when: !declared.has(statusCode),
      message: `API Gateway refuses the integration response ${String(statusCode)} of ${titleOf(route)}, which has no method response of that status.`,
      after: String(statusCode),
    })),
    ...twice.map(([status, all]) => ({
      // An import has one for each pattern, so that several can lead to one status.
      when: !route.address.includes('#'),
      message: `API Gateway keeps one of the ${all.length} integration responses ${String(status)} of ${titleOf(route)}: the last that it gets.`,
      after: String(status),
    })),
    ...known.flatMap((response) => undeclared(route, response, declared.get(response.statusCode))),
  ];
}

/** An import takes what documents of proxies say of responses, and does nothing with it. */
const isIgnored = ({ address }: RestRoute<Unknown>, { type }: Integration<Unknown>): boolean =>
  address.includes('#') && (isUnknown(type) || type.endsWith('_PROXY'));

function undeclared(
  route: RestRoute<Unknown>,
  { responseParameters: sets, statusCode }: IntegrationResponse<Unknown>,
  response: RestRoute<Unknown>['responses'][number] | undefined,
): readonly Found[] {
  const declares = response?.responseParameters;
  if (declares === undefined || isUnknown(declares) || isUnknown(sets)) return [];
  const names = new Set(Object.keys(declares).map((name) => name.toLowerCase()));
  return Object.keys(sets).map((name) => ({
    when: !names.has(name.toLowerCase()),
    message: `API Gateway refuses ${name} in the integration response ${String(statusCode)} of ${titleOf(route)}, which its method response does not declare.`,
    after: name,
  }));
}
