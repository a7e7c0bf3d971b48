import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceContext } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { Construct } from 'constructs';
import { build, props } from '../testing/build';
import { Code } from './code';
import { LambdaFunction } from './lambda-function';

describe('the code of a function', () => {
  let workspace: string;
  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'gatehouse-workspace-'));
    mkdirSync(join(workspace, 'apps/orders/dist'), { recursive: true });
    writeFileSync(join(workspace, 'apps/orders/dist/orders.zip'), 'code');
    mkdirSync(join(workspace, 'apps/people/src'), { recursive: true });
    writeFileSync(join(workspace, 'apps/people/src/index.ts'), '');
    mkdirSync(join(workspace, 'apps/dev'), { recursive: true });
  });
  afterEach(() => rmSync(workspace, { recursive: true }));

  const service = (name: string) =>
    synth((stack) => {
      const scope = new Construct(stack, 'in');
      for (const [key, value] of Object.entries(workspaceContext(workspace))) scope.node.setContext(key, value);
      new LambdaFunction(scope, 'service', { ...props, code: Code.service(name) });
    }).resource.aws_lambda_function?.service;

  it('is the archive of a service of the workspace', () => {
    expect(service('orders')).toMatchObject({ filename: expect.stringMatching(/\/orders\.zip$/) });
  });

  it('fails when the service is not built, saying what builds it', () => {
    expect(() => service('people')).toThrow(
      'test/in/service, code: expected an archive at apps/people/dist/people.zip, found nothing. ' +
        'Make it with `npx nx build people`.',
    );
  });

  it('fails when there is no such service, saying which there are and what makes one', () => {
    expect(() => service('order')).toThrow(
      'test/in/service, code: expected a service of this workspace: orders, people, found "order". Did you ' +
        'mean "orders"? Make one with `npx nx g @gatehouse/nx-cdktf:service order`.',
    );
  });

  it('fails when the name is that of another app', () => {
    expect(() => service('dev')).toThrow('expected a service of this workspace: orders, people, found "dev".');
  });

  it('fails when the app does not say where the workspace is', () => {
    expect(() => build({ code: Code.service('orders') })).toThrow(
      'test/service, context "gatehouse:workspace": expected the folder of the workspace, found nothing.',
    );
  });

  it('fails when another archive is missing, saying what makes it', () => {
    expect(() => build({ code: Code.archive('/nowhere/api.zip', { madeBy: 'make api.zip' }) })).toThrow(
      'test/service, code: expected an archive at /nowhere/api.zip, found nothing. Make it with `make api.zip`.',
    );
  });
});
