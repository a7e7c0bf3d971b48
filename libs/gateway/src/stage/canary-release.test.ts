import { type CanaryComment, type CanaryRecord } from '@gatehouse/checks';
import { canaryContext } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { open, stage as stageOptions, userPool } from '../../testing/api';
import { type CanaryOptions, type DefinitionKind, RestApi, type RouteKey } from '../index';

interface Design {
  readonly definition?: DefinitionKind;
  readonly routes?: readonly RouteKey[];
  readonly canary?: Partial<CanaryOptions> | null;
  readonly variables?: Readonly<Record<string, string>>;
  readonly kept?: CanaryRecord;
}

function build(scope: Construct, { canary = {}, definition, kept, routes = ['GET /'], variables }: Design): void {
  const stages = kept && { 'aws_api_gateway_stage.api': kept };
  for (const [key, value] of Object.entries(canaryContext({ test: stages ?? {} }))) scope.node.setContext(key, value);
  const options = { ...stageOptions, variables, ...(canary && { canary: { percentTraffic: 10, ...canary } }) };
  const api = new RestApi(scope, 'api', { name: 'reports', stage: options, definition });
  api.addCognitoAuthorizer('users', { userPools: [userPool] });
  routes.forEach((route) => api.addRoute(route, open));
}

/** What Terraform gets of an API with a canary, whose environment keeps something of it. */
function served(design: Design) {
  const { resource } = synth((stack) => build(new Construct(stack, 'scope'), design));
  const { canary_settings: settings, deployment_id: id, variables: own } = resource.aws_api_gateway_stage!.api!;
  const deployments = Object.entries(resource.aws_api_gateway_deployment!).map(([name, { lifecycle, triggers }]) => [
    name,
    { lifecycle, triggers },
  ]);
  return { stage: { id, settings, variables: own }, deployments: Object.fromEntries(deployments) as Deployments };
}

/** What the JSON says of the canary for `npx nx canary`. */
function commentOf(design: Design): CanaryComment {
  const stack = new TerraformStack(new App(), 'test');
  build(new Construct(stack, 'scope'), design);
  stack.prepareStack();
  const { resource } = stack.toTerraform() as { resource: Record<string, Record<string, Record<string, object>>> };
  return (resource['aws_api_gateway_stage']!['api']!['//'] as { canary: CanaryComment }).canary;
}

type Deployments = Readonly<Record<string, { readonly triggers: { readonly configuration: string } }>>;

const api = '${aws_api_gateway_deployment.api.id}';
const settings = (more: object = {}) => ({
  deployment_id: '${aws_api_gateway_deployment.canary.id}',
  percent_traffic: 10,
  use_stage_cache: false,
  ...more,
});
const follows = { create_before_destroy: true };
const stays = { ...follows, ignore_changes: ['triggers'] };

describe.each<DefinitionKind>(['resources', 'openapi'])('an API with a canary, written as %s', (definition) => {
  const old = served({ definition, canary: null }).deployments['api']!.triggers;
  const routes = ['GET /', 'GET /new'] as const;
  const next = served({ definition, routes, canary: null }).deployments['api']!.triggers;
  const [H1, H2] = [old.configuration, next.configuration];

  it('has one that stays and one of what the code says, where nothing is kept', () => {
    expect(served({ definition, routes })).toEqual({
      stage: { id: api, settings: settings(), variables: undefined },
      deployments: { api: { lifecycle: stays, triggers: next }, canary: { lifecycle: follows, triggers: next } },
    });
  });

  it('has the same after another version was given to everyone, or taken back', () => {
    const before = served({ definition, routes });

    expect(served({ definition, routes, kept: { everyone: H1 } })).toEqual(before);
    expect(served({ definition, routes, kept: { everyone: H1, takenBack: 'f'.repeat(64) } })).toEqual(before);
  });

  it('has one that follows the code, and no canary, once everyone gets what the code says', () => {
    expect(served({ definition, routes, kept: { everyone: H2 } })).toEqual({
      stage: { id: api, settings: undefined, variables: undefined },
      deployments: { api: { lifecycle: follows, triggers: next } },
    });
  });

  it('has one that stays, and no canary, once what the code says was taken back', () => {
    expect(served({ definition, routes, kept: { everyone: H1, takenBack: H2 } })).toEqual({
      stage: { id: api, settings: undefined, variables: undefined },
      deployments: { api: { lifecycle: stays, triggers: next } },
    });
  });

  it('says in its JSON who gets what the code says', () => {
    const said = (kept?: CanaryRecord) => commentOf({ definition, routes, kept });

    expect(said()).toEqual({
      api: 'reports',
      version: H2,
      audience: 'some',
      percentTraffic: 10,
      deployments: { everyone: 'aws_api_gateway_deployment.api', canary: 'aws_api_gateway_deployment.canary' },
    });
    expect(said({ everyone: H2 }).audience).toBe('everyone');
    expect(said({ everyone: H1, takenBack: H2 }).audience).toBe('nobody');
  });

  it('is as any other API without the option, whatever is kept', () => {
    expect(served({ definition, routes, canary: null, kept: { everyone: H1, takenBack: H2 } })).toEqual(
      served({ definition, routes, kept: { everyone: H2 } }),
    );
  });
});

describe('variables of a canary', () => {
  const green = { canary: { variables: { backend: 'green' } }, variables: { backend: 'blue', log: 'on' } };
  const { version, variables: said } = commentOf(green);

  it('are of the canary alone while there is one', () => {
    expect(said).toEqual({ backend: 'green' });
    expect(served(green).stage).toEqual({
      id: api,
      settings: settings({ stage_variable_overrides: { backend: 'green' } }),
      variables: { backend: 'blue', log: 'on' },
    });
  });

  it('are of the stage once everyone gets the version', () => {
    const kept = { everyone: version, variables: { backend: 'green' } };

    expect(served({ ...green, kept }).stage).toEqual({
      id: api,
      settings: undefined,
      variables: { backend: 'green', log: 'on' },
    });
    expect(served({ ...green, kept, routes: ['GET /new'] }).stage.variables).toEqual({ backend: 'green', log: 'on' });
  });

  it('no longer count where the canary does not name them any more', () => {
    const kept = { everyone: version, variables: { backend: 'green' } };

    expect(served({ ...green, canary: {}, kept }).stage.variables).toEqual({ backend: 'blue', log: 'on' });
  });

  it('make another version by themselves', () => {
    const red = { ...green, canary: { variables: { backend: 'red' } } };

    expect(commentOf(red).version).not.toBe(version);
    expect(served({ ...red, kept: { everyone: version } })).toEqual(served(red));
  });
});
