import { entryOf, realPlan } from '../../testing/real-plan';
import { accessChanges, differences, movedPlaces, readPlans } from '../index';

// Plans of Terraform in which the resources of GET and POST /orders become one OpenAPI body.

const METHOD = 'aws_api_gateway_method';
const API = 'aws_api_gateway_rest_api.rest_to_body';

interface Operation {
  security?: unknown;
  readonly 'x-amazon-apigateway-integration': { uri: string };
}

/** The plan, with another body. */
function withBody(edit: (operations: { get: Operation; post?: Operation }) => void) {
  const plan = realPlan('rest-to-openapi');
  const { change } = entryOf(plan, API);
  const document = JSON.parse(change.after.body) as { paths: { '/orders': { get: Operation; post?: Operation } } };
  edit(document.paths['/orders']);
  change.after.body = JSON.stringify(document);
  return plan;
}

const found = (plan: object, deploysAgain = false) =>
  differences({ ...readPlans([plan]), deploysAgain }).map(
    ({ address, rule, severity }) => `${severity} ${rule} ${address.replace(/^aws_api_gateway_/, '')}`,
  );

const MOVED = 'expected api-definition-moved rest_api.rest_to_body';

describe('an API whose resources become one body', () => {
  it('is one expected finding where routes, guards and backends stay', () => {
    const plan = realPlan('rest-to-openapi');

    expect(found(plan)).toEqual([MOVED]);
    expect(accessChanges(readPlans([plan]))).toEqual([]);
  });

  it.each<[string, string, Parameters<typeof withBody>[0]]>([
    [
      'loses its guard',
      'critical route-public rest_api.rest_to_body#/paths/~1orders/post',
      ({ post }) => delete post?.security,
    ],
    [
      'has another backend',
      'medium api-definition-moved rest_api.rest_to_body#/paths/~1orders/get',
      ({ get }) => (get['x-amazon-apigateway-integration'].uri = 'https://example.com'),
    ],
  ])('hides no route that %s', (_, finding, edit) => {
    const all = found(withBody(edit));

    expect(all).toContain(finding);
    expect(all).toContain('medium api-not-deployed rest_api.rest_to_body');
  });

  it('says of a route that is in no body that it goes with the next deployment', () => {
    const plan = withBody((operations) => delete operations.post);

    expect(found(plan)).toEqual(['medium api-not-deployed rest_api.rest_to_body', MOVED]);
    expect(accessChanges(readPlans([plan]))).toMatchObject([{ effect: 'removed', route: 'POST /orders' }]);
  });

  it('is another one without what a route took of a request, but for the parts of its path', () => {
    const taking = (name: string) => {
      const plan = realPlan('rest-to-openapi');
      entryOf(plan, `${METHOD}.rest_to_body`).change.before.request_parameters = { [name]: true };
      return found(plan);
    };

    expect(taking('method.request.path.id')).toEqual([MOVED]);
    expect(taking('method.request.header.tenant')).toContain('medium api-not-deployed rest_api.rest_to_body');
  });

  it('hides no key that a route no longer asks for', () => {
    const plan = realPlan('rest-to-openapi');
    entryOf(plan, `${METHOD}.rest_to_body`).change.before.api_key_required = true;

    expect(found(plan)).toContain('medium api-key-not-required rest_api.rest_to_body#/paths/~1orders/get');
  });

  it('has its routes in other places, where what was wrong before is not new', () => {
    const places = [...movedPlaces(readPlans({ api: realPlan('rest-to-openapi') }))];

    expect(places.map((each) => each.map((place) => place.replace(/^\S+\s+aws_api_gateway_/, '')))).toContainEqual([
      'method.rest_to_body',
      'rest_api.rest_to_body#/paths/~1orders/get',
    ]);
  });
});

describe('a route that is removed', () => {
  const removed = () => realPlan('rest-route-removed');
  const deployment = 'deployment.rest_removed_route';

  it('stays reachable where the deployment is made before the route is deleted', () => {
    expect(found(removed())).toEqual([`high route-stays-reachable ${deployment}`]);
    expect(accessChanges(readPlans([removed()]))).toMatchObject([
      { effect: 'removed', after: 'signed-in user (ID token), until it is deployed again' },
    ]);
  });

  it('is gone where the API is deployed once more', () => {
    const read = { ...readPlans([removed()]), deploysAgain: true };

    expect(found(removed(), true)).toEqual([`expected route-stays-reachable ${deployment}`]);
    expect(accessChanges(read)[0]).not.toHaveProperty('after');
  });

  it('is not what a plan is about that stops before', () => {
    const plan = removed();
    entryOf(plan, `aws_api_gateway_${deployment}`).change.actions.reverse();

    expect(found(plan)).toEqual([`high deployment-deleted-first ${deployment}`]);
  });

  it('may stay reachable where the new deployment has another address', () => {
    const plan = removed();
    const old = entryOf(plan, `aws_api_gateway_${deployment}`);
    const made = { ...old.change.before, id: 'next' };
    const next = { ...old, address: 'aws_api_gateway_deployment.next', name: 'next' };
    plan.resource_changes.push({ ...next, change: { actions: ['create'], before: null, after: made } });
    old.change.actions = ['no-op'];
    old.change.after = old.change.before;

    expect(found(plan)).toEqual(['high route-stays-reachable deployment.next']);
  });

  it('waits for a deployment where the plan makes none', () => {
    const plan = removed();
    const old = entryOf(plan, `aws_api_gateway_${deployment}`);
    old.change = { ...old.change, actions: ['no-op'], after: old.change.before, after_unknown: {} };
    const served = entryOf(plan, 'aws_api_gateway_stage.rest_removed_route');
    served.change = { ...served.change, actions: ['no-op'], after: served.change.before, after_unknown: {} };

    expect(found(plan)).toEqual(['medium api-not-deployed rest_api.rest_removed_route']);
    expect(accessChanges(readPlans([plan]))[0]?.after).toBe('signed-in user (ID token), until it is deployed again');
  });

  it('stays reachable and unmanaged where Terraform forgets it', () => {
    const plan = realPlan('rest-route-forgotten');

    expect(found(plan, true)).toEqual([`high route-stays-reachable method.rest_forgotten_post`]);
    expect(accessChanges(readPlans([plan]))[0]?.after).toBe('signed-in user (ID token), unmanaged');
  });
});
