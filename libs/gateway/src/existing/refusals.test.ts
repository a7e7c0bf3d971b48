import { synth } from '@gatehouse/testing';
import { type Construct } from 'constructs';
import { extend, ours, theirs } from '../../testing/existing-api';
import { open, stage } from '../../testing/api';
import { type ExistingRestApiProps, RestApi } from '../index';

function refusal(props: ExistingRestApiProps, use: (api: RestApi, scope: Construct) => void = () => undefined): string {
  try {
    synth((stack) => use(extend(stack, props), stack));
  } catch (error) {
    if (error instanceof Error && error.name === 'ConstructError') return error.message;
    throw error;
  }
  throw new Error('expected a ConstructError, found none');
}

describe('fails', () => {
  it.each<[string, object, string]>([
    [
      'when nobody says who deploys',
      { restApiId: 'a1b2c3d4e5', stageName: 'live' },
      'test/legacy, deployedBy: expected "thisStack" with a stage, or "owner" with the stageName, found nothing. Say who',
    ],
    [
      'with an ARN for an id',
      { ...theirs, restApiId: 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3d4e5' },
      'test/legacy, restApiId: expected an id of lower case letters and digits, such as a1b2c3d4e5, found "arn:aws:',
    ],
    [
      'with a path that is none',
      { ...theirs, resources: { pets: 'abc123' } },
      'test/legacy, resources: expected a path',
    ],
    [
      'with a path for an id',
      { ...theirs, resources: { '/pets': '/pets' } },
      'test/legacy, resources["/pets"]: expected an id of lower case letters and digits',
    ],
    ['with a root that is none', { ...theirs, rootResourceId: '/' }, 'test/legacy, rootResourceId: expected an id'],
    ['with a stage that has no name', { ...theirs, stageName: 'not a name' }, 'test/legacy, stageName: expected'],
    [
      'when we deploy without a stage',
      { restApiId: 'a1b2c3d4e5', deployedBy: 'thisStack', name: 'pets' },
      'test/legacy, stage: expected a stage with name, throttle and accessLog, found nothing. Add it: stage: { name:',
    ],
    [
      'with a stage that has no limits',
      { ...ours, stage: { ...stage, throttle: undefined } },
      'test/legacy, stage.throttle: expected a stage with name, throttle and accessLog, found nothing.',
    ],
  ])('%s', (_what, props, expected) => {
    expect(refusal(props as ExistingRestApiProps)).toContain(expected);
  });

  it.each<[string, (api: RestApi) => void]>([
    ['addDomain', (api) => api.addDomain({ name: 'api.example.com', certificateArn: 'arn:aws:acm:x' })],
    ['addWebAcl', (api) => api.addWebAcl({ rateLimitPer5Minutes: 100 })],
    ['addAlarms', (api) => api.addAlarms({ serverErrorPercent: 1 })],
    ['GET /, cached', (api) => api.addRoute('GET /', { ...open, cached: true })],
  ])('when %s is for a stage of the owner', (prop, use) => {
    expect(refusal(theirs, use)).toBe(
      `test/legacy, ${prop}: expected a stage that is made here, found "the stage live of the owner". ` +
        'Leave it to the owner of the API, or set deployedBy to "thisStack" and give a stage.',
    );
  });

  it('when another stack asks for a path that no route brought', () => {
    expect(refusal(theirs, (api) => api.resourceId('/you'))).toBe(
      'test/legacy, resourceId: expected a path of this API, one of its routes or above one, found "/you". ' +
        'Correct the path, or add its route first.',
    );
  });

  it('does not compile without deployedBy', () => {
    // @ts-expect-error deployedBy is missing
    expect(() => refusal({ restApiId: 'a1b2c3d4e5', stage })).not.toThrow();
  });

  it('when a route names the parameter of a path otherwise', () => {
    const use = (api: RestApi) => api.addRoute('GET /shops/{shop}', open);

    expect(refusal({ ...theirs, resources: { '/shops/{id}': true } }, use)).toBe(
      'test/legacy/paths, GET /shops/{shop}: expected {id}, as in resources["/shops/{id}"], found "{shop}". ' +
        'Paths that share their beginning also share the name of the parameter after it.',
    );
  });
});

it.each([{}, { rootResourceId: 'abc123' }])('takes no API of the app that is an OpenAPI body (%j)', (known) => {
  const add = (definition: 'openapi' | 'resources') =>
    synth((stack) => {
      const api = new RestApi(stack, 'api', { name: 'reports', stage, definition });
      api.addRoute('GET /', open);
      extend(stack, { ...theirs, ...known, restApiId: api.restApiId });
    });

  expect(() => add('resources')).not.toThrow();
  expect(() => add('openapi')).toThrow(
    "test/legacy, restApiId: expected an API with definition: 'resources', found \"test/api, with definition: 'openapi'\". Each import of " +
      'an OpenAPI body deletes what is added to it from elsewhere: add the routes to that API, or make an API of their own.',
  );
});
