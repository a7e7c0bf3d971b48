import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App } from 'cdktf';
import { type Environment } from '@gatehouse/environment';
import { Node } from 'constructs';
import { synthesize, workspaceContext, withSources } from '@gatehouse/platform';
import { environment, workspaceForTests } from '@gatehouse/platform/testing';
import { ApiStack } from './api-stack';
import { IdentityStack } from './identity-stack';
import type * as ServeApi from './serve-api';

// A body is one resource; here each route has resources of its own.
jest.mock('./serve-api', () => {
  const actual = jest.requireActual<typeof ServeApi>('./serve-api');
  const apiProps: typeof ServeApi.apiProps = (...args) => ({ ...actual.apiProps(...args), definition: 'resources' });
  return { ...actual, apiProps };
});

const workspace = workspaceForTests();

function build(app: App, changes: Partial<Environment>): void {
  const identity = new IdentityStack(app, environment(changes));
  new ApiStack(app, environment(changes), {
    users: identity.users,
    reports: identity.reports,
    people: identity.people,
  });
}

type Written = Record<string, Record<string, { '//': { metadata: { path: string }; source?: string } }>>;

function written(stack: string, changes: Partial<Environment> = {}): Written {
  const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-sources-'));
  try {
    synthesize({ outdir, context: workspaceContext(workspace) }, (app) => build(app, changes));
    const text = readFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), 'utf8');
    return (JSON.parse(text) as { resource: Written }).resource;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

describe('the source of a resource', () => {
  it.each([
    ['test-api', 'aws_api_gateway_method', 'get_me', 'libs/stacks/src/routes.ts'],
    ['test-api', 'aws_api_gateway_method', 'options_me', 'libs/stacks/src/routes.ts'],
    ['test-api', 'aws_api_gateway_resource', 'reports_by_id', 'libs/stacks/src/routes.ts'],
    ['test-api', 'aws_lambda_permission', 'service_api', 'libs/stacks/src/routes.ts'],
    ['test-api', 'aws_api_gateway_stage', 'api', 'libs/stacks/src/api-stack.ts'],
    ['test-api', 'aws_lambda_function', 'service', 'libs/stacks/src/api-stack.ts'],
    ['test-identity', 'aws_cognito_user_pool', 'users', 'libs/stacks/src/identity-stack.ts'],
  ])('in %s, of %s.%s is the file that a person edits', (stack, type, name, source) => {
    expect(written(stack)[type]?.[name]?.['//']).toEqual({
      metadata: { path: expect.stringContaining(stack), uniqueId: name },
      source,
    });
  });

  it('is at every resource, also where the reason of a public route is', () => {
    const resource = written('test-api');
    const all = Object.values(resource).flatMap((named) => Object.values(named));

    expect(all.filter((each) => !each['//'].source?.startsWith('libs/stacks/src/'))).toEqual([]);
    expect(resource.aws_api_gateway_method?.get_health?.['//']).toMatchObject({
      public: 'Load balancers and uptime checks call it without an account',
      source: 'libs/stacks/src/routes.ts',
    });
  });

  it('leaves the constructs library and errors as they were, also when building fails', () => {
    const before = [Node.prototype.addMetadata, Error.prepareStackTrace, Error.stackTraceLimit];
    const app = { node: { findAll: () => [] } } as unknown as App;

    expect(() =>
      withSources(app, () => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect([Node.prototype.addMetadata, Error.prepareStackTrace, Error.stackTraceLimit]).toEqual(before);
  });
});
