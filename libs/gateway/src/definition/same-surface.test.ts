import { contractsOf, evaluateRules, refusalRules, routeTable, surfaceFromSynth } from '@gatehouse/surface';
import { synthApi } from '../../testing/api';
import { type RestShape, restShapes } from '../../testing/rest-shapes';
import { routeShapes } from '../../testing/rest-shapes-routes';
import { type DefinitionKind, type RestApiProps } from '../index';

const shapes = [...restShapes, ...routeShapes];

const synthOf = (shape: RestShape, definition: DefinitionKind, props: Partial<RestApiProps>) =>
  surfaceFromSynth([{ ...synthApi((api, scope) => shape.build(api, scope), { definition, ...props }) }]);

type ApiSurface = ReturnType<typeof synthOf>['apis'][number];

/** Ids and addresses are those of a definition; an import adds the parameters of paths, and does not ask for the headers of answers. */
function routesOf({ authorizers, routes }: ApiSurface) {
  const names = new Map(authorizers.map(({ address, name }) => [address, name]));
  return Object.fromEntries(
    routes.map((route) => [
      `${String(route.method)} ${String(route.path)}`,
      {
        auth: 'kind' in route.auth ? { ...route.auth, ...byName(route.auth, names) } : route.auth,
        apiKeyRequired: route.apiKeyRequired,
        operationName: route.operationName,
        requestParameters: withoutPath(route.requestParameters),
        requestModels: route.requestModels,
        validator: route.validator,
        integration: route.integration && { ...route.integration, responses: sorted(route.integration.responses) },
        responses: sorted(
          route.responses.map(({ models, responseParameters, statusCode }) => ({
            statusCode,
            models,
            headers: Object.keys(responseParameters).sort(),
          })),
        ),
      },
    ]),
  );
}

const byName = ({ authorizer = '' }: { readonly authorizer?: string }, names: ReadonlyMap<string, unknown>) => ({
  authorizer: names.get(authorizer),
  authorizerId: undefined,
});

const withoutPath = (parameters: object) =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => !name.startsWith('method.request.path.')));

const sorted = <T extends { readonly statusCode: unknown }>(responses: readonly T[]): T[] =>
  [...responses].sort((a, b) => String(a.statusCode).localeCompare(String(b.statusCode)));

/** Without words for people: those of resources are comments, which the tests' JSON has none of. */
const contractOf = (surface: ReturnType<typeof synthOf>) =>
  JSON.stringify(contractsOf(surface), (key, value: unknown) => (key === 'description' ? undefined : value));

const authorizersOf = ({ authorizers }: ApiSurface) =>
  authorizers.map(({ address: _address, constructPath: _path, id: _id, stack: _stack, ...said }) => said);

describe.each<[string, Partial<RestApiProps>]>([
  ['without cors', {}],
  ['with cors', { cors: { allowOrigins: ['https://app.example.com'] } }],
  [
    'with cors of several origins',
    { cors: { allowOrigins: ['https://app.example.com', 'https://admin.example.com'], allowCredentials: true } },
  ],
])('the surface %s', (_cors, props) => {
  const fitting = shapes.filter(({ oneOrigin }) => !oneOrigin || (props.cors?.allowOrigins.length ?? 0) < 2);
  it.each(fitting.map((shape) => [shape.name, shape] as const))('is the same of %s', (_name, shape) => {
    const [resources, openapi] = [synthOf(shape, 'resources', props), synthOf(shape, 'openapi', props)];
    const [one, other] = [resources.apis[0]!, openapi.apis[0]!];

    expect(other.complete).toBe(true);
    expect(routesOf(other)).toEqual(routesOf(one));
    expect(authorizersOf(other)).toEqual(authorizersOf(one));
    expect(routeTable(resources).length).toBeGreaterThan(0);
    expect([resources, openapi].flatMap((surface) => evaluateRules(refusalRules, surface))).toEqual([]);
    expect(routeTable(openapi)).toEqual(routeTable(resources));
    expect(contractOf(openapi)).toBe(contractOf(resources));
  });
});
