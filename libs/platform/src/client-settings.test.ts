import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentError } from '@gatehouse/environment';
import { environment as fields, workspaceForTests } from '../testing';
import { environment } from './environment-app';
import { EnvironmentStack } from './environment-stack';
import { synthEnvironments } from './synth-environments';

const workspace = workspaceForTests();
const directory = join(workspace, 'environments');
mkdirSync(directory);
writeFileSync(join(directory, 'schema.json'), '{}');

/** The settings that the stacks of an environment get for the clients that they ask for. */
function settingsOf(clients: object, asked: Readonly<Record<string, readonly string[]>>): unknown[] {
  const rest = { ...fields(), name: undefined };
  writeFileSync(join(directory, 'test.json'), JSON.stringify({ ...rest, clients }, null, 2));
  const given: unknown[] = [];
  const app = environment('test', {}, (scope, env) => {
    for (const [stack, names] of Object.entries(asked)) {
      const made = new EnvironmentStack(scope, stack, env);
      given.push(...names.map((each) => made.clientSettings(each)));
    }
  });
  synthEnvironments([app], { directory, outdir: join(workspace, 'out') });
  return given;
}

const app = { callbackUrls: ['https://app.example.com/'], authFlows: { userSrp: true } };

describe('the settings of a client', () => {
  it('are those of the environment file, with their place', () => {
    expect(settingsOf({ app }, { identity: ['app'] })).toEqual([
      { ...app, logoutUrls: [], writtenIn: 'environments/test.json, clients.app' },
    ]);
  });

  it('are none where the file says nothing of the client', () => {
    expect(settingsOf({}, { identity: ['app'] })).toEqual([{ writtenIn: 'environments/test.json, clients.app' }]);
  });

  it('may be asked for by any stack of the environment', () => {
    expect(settingsOf({ app, shop: {} }, { identity: ['app'], shop: ['shop'] })).toHaveLength(2);
  });

  it('are refused when no stack declares the client, with both places', () => {
    const asked = { identity: ['app', 'machine'], shop: ['shop'] };

    expect(() => settingsOf({ ap: app }, asked)).toThrow(EnvironmentError);
    expect(() => settingsOf({ ap: app }, asked)).toThrow(
      /^environments\/test\.json:\d+:\d+ {2}clients\.ap\n {2}expected {2}a client that a stack declares: app \(test-identity\), machine \(test-identity\), shop \(test-shop\)\n {2}found {5}the client "ap", which none of the stacks in apps\/test\/main\.ts declares\n {2}to do {5}Did you mean "app"\?$/m,
    );
  });

  it('are refused when no stack declares any client, with what to do', () => {
    expect(() => settingsOf({ app }, { identity: [] })).toThrow(
      "expected  no client, because no stack declares one\n  found     the client \"app\", which none of the stacks in apps/test/main.ts declares\n  to do     Remove it (null removes an inherited one), or declare the client in a stack: addAppClient('app', { scopes, settings: this.clientSettings('app') }).",
    );
  });
});
