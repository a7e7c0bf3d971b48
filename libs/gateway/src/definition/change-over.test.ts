import { lambda, open, refusal, synthApi } from '../../testing/api';
import { Auth, Integration, type RestApi, type RestApiProps } from '../index';

const build = (api: RestApi, ...[scope]: Parameters<typeof lambda>) => {
  const report = api.addModel('Report', { type: 'object' });
  api.addGroup('/reports', { auth: Auth.idToken() }).addRoute('POST /{id}', {
    integration: Integration.lambda(lambda(scope)),
    body: report,
  });
  api.addRoute('GET /health', open);
};

const synthesized = (props: Partial<RestApiProps>) =>
  synthApi((api, scope) => build(api, scope), { cors: { allowOrigins: ['https://a.test'] }, ...props }) as Synthesized;

type Synthesized = ReturnType<typeof synthApi> & {
  readonly removed?: readonly { readonly from: string; readonly lifecycle: object }[];
};

const addressesOf = ({ resource }: Synthesized): string[] =>
  Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));

it('forgets each resource that the body takes the place of, and destroys none', () => {
  const before = addressesOf(synthesized({ definition: 'resources' }));
  const changing = synthesized({ definition: 'openapi', definedBefore: 'resources' });
  const kept = new Set(addressesOf(changing));

  expect(changing.removed?.map(({ from }) => from)).toEqual(before.filter((address) => !kept.has(address)).sort());
  expect(changing.removed).toContainEqual({ from: 'aws_api_gateway_method.get_health', lifecycle: { destroy: false } });
  expect(before.filter((address) => kept.has(address))).toContain('aws_api_gateway_rest_api.api');
});

it('imports the body, and leaves the deployment as it is, until it is taken out', () => {
  const changing = synthesized({ definition: 'openapi', definedBefore: 'resources' }).resource;
  const { removed, ...after } = synthesized({ definition: 'openapi' });
  const lifecycle = { create_before_destroy: true };

  expect(changing.aws_api_gateway_rest_api).toEqual(after.resource.aws_api_gateway_rest_api);
  expect(changing.aws_api_gateway_deployment?.api?.lifecycle).toEqual({ ...lifecycle, ignore_changes: ['triggers'] });
  expect(removed).toBeUndefined();
  expect(after.resource.aws_api_gateway_deployment?.api?.lifecycle).toEqual(lifecycle);
});

it('fails where nothing changes over', () => {
  expect(refusal((api) => api.addRoute('GET /', open), { definedBefore: 'resources' })).toContain(
    "test/api, definedBefore: expected definition: 'openapi' beside it, found \"definition: 'resources'\".",
  );
});
