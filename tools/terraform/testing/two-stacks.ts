import { basename } from 'node:path';
import { remoteState, type TestApp } from './app';

/** Writes `identity` with its outputs, and `api` which reads one of them; their states are the app's own. */
export function writeTwoStacks(
  app: TestApp,
  endpoint: string,
  { outputs, read, input = 'people' }: { outputs: Record<string, string>; read: string; input?: string },
): void {
  const key = (name: string): string => `${basename(app.directory)}/${name}`;
  const values = Object.entries(outputs).map(([name, value]) => [name, { value, sensitive: name === 'secret' }]);
  const identity = {
    resource: { terraform_data: { users: { input } } },
    output: Object.fromEntries(values),
  };
  const api = {
    data: remoteState(endpoint, key('identity')),
    resource: {
      terraform_data: { api: { input: `\${data.terraform_remote_state.upstream.outputs.${read}}` } },
    },
  };
  app.write('api', api, { endpoint, key: key('api'), dependencies: ['identity'] });
  app.write('identity', identity, { endpoint, key: key('identity') });
}
