import { surfaceFromSynth } from '@gatehouse/surface';
import { synthApi } from '../../testing/api';
import { restShapes } from '../../testing/rest-shapes';
import { type DefinitionKind, type RestApiProps } from '../index';

const surfaceOf = (shape: (typeof restShapes)[number], definition: DefinitionKind, props: Partial<RestApiProps>) =>
  surfaceFromSynth([{ ...synthApi((api, scope) => shape.build(api, scope), { definition, ...props }) }]).apis[0]!;

type ApiSurface = ReturnType<typeof surfaceOf>;

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

const authorizersOf = ({ authorizers }: ApiSurface) =>
  authorizers.map(({ address: _address, constructPath: _path, id: _id, stack: _stack, ...said }) => said);

describe.each([
  ['without cors', {}],
  ['with cors', { cors: { allowOrigins: ['https://app.example.com'] } }],
] satisfies [string, Partial<RestApiProps>][])('the surface %s', (_cors, props) => {
  it.each(restShapes.map((shape) => [shape.name, shape] as const))('is the same of %s', (_name, shape) => {
    const [resources, openapi] = [surfaceOf(shape, 'resources', props), surfaceOf(shape, 'openapi', props)];

    expect(openapi.complete).toBe(true);
    expect(routesOf(openapi)).toEqual(routesOf(resources));
    expect(authorizersOf(openapi)).toEqual(authorizersOf(resources));
  });
});
