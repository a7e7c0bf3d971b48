import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { workspaceContext } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { App } from 'cdktf';
import { Construct } from 'constructs';
import { unzipSync } from 'fflate';
import { build, props } from '../testing/build';
import { Code } from './code';
import { LambdaFunction } from './lambda-function';

describe('the code of a function', () => {
  let workspace: string;
  const anywhere = new App();
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

  it('is bundled from a handler, with constants, to the same bytes each time', () => {
    const source = join(workspace, 'handler.ts');
    writeFileSync(join(workspace, 'greet.ts'), 'export const greet = (who: string): string => `Hello ${who}`;');
    writeFileSync(
      source,
      "import { greet } from './greet';\ndeclare const WHO: { name: string };\nexport const handler = () => greet(WHO.name);",
    );
    const files = [0, 1].map(() =>
      unzipSync(readFileSync(Code.bundle(source, { WHO: { name: 'Ada' } }).locate(anywhere))),
    );

    expect(files[0]).toEqual(files[1]);
    expect(Object.keys(files[0]!)).toEqual(['index.js']);
    const module = { exports: {} as { handler(): string } };
    runInNewContext(Buffer.from(files[0]!['index.js']!).toString(), { module });
    expect(module.exports.handler()).toBe('Hello Ada');
  });

  it('fails when another archive is missing, saying what makes it', () => {
    expect(() => build({ code: Code.archive('/nowhere/api.zip', { madeBy: 'make api.zip' }) })).toThrow(
      'test/service, code: expected an archive at /nowhere/api.zip, found nothing. Make it with `make api.zip`.',
    );
  });
});
