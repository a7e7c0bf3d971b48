import { resolve } from 'node:path';
import { execa } from 'execa';
import { type TestApp } from '../testing/app';
import { startCli } from '../testing/cli';
import { emulatedAws } from '../testing/cloud';
import { motoWithStates } from '../testing/moto';
import { TestWorkspace } from '../testing/workspace';

const top = resolve(__dirname, '../../..');

describe('routes added to an API that other Terraform makes', () => {
  const moto = motoWithStates();

  it.each([
    ['owner', 'one', ['live']],
    ['thisStack', 'two', ['guarded', 'live']],
  ])(
    'are guarded beside those of its owner, deployed by %s, and go without a trace',
    async (deployedBy, name, stages) => {
      const workspace = new TestWorkspace();
      const theirs = workspace.addEnvironment(`theirs-${name}`, 'dev');
      const ours = workspace.addEnvironment(`ours-${name}`, 'dev');
      write(theirs, `theirs-${name}`, ownersApi(name));
      expect(await outcome('deploy', theirs)).toBe('done');
      const id = await idOf(name);
      const before = await stateOf(id);

      write(ours, `ours-${name}`, await routesFor(id, deployedBy));
      expect(await outcome('deploy', ours)).toBe('done');

      const after = await stateOf(id);
      expect(after.methods).toEqual({
        ...before.methods,
        'GET /more': 'NONE',
        'GET /pets/{id}': 'COGNITO_USER_POOLS',
        'OPTIONS /more': 'NONE',
        'OPTIONS /pets': 'NONE',
        'OPTIONS /pets/{id}': 'NONE',
        'POST /pets': 'COGNITO_USER_POOLS',
      });
      expect(Object.keys(after.stages).sort()).toEqual(stages);
      expect(after.stages.live).toBe(before.stages.live);
      expect(await outcome('plan', theirs)).toBe('done');
      expect(await outcome('plan', ours)).toBe('done');

      expect(await outcome('destroy', ours, `--yes-destroy=ours-${name}`)).toBe('done');
      expect(await stateOf(id)).toEqual(before);
    },
  );

  /** `done`, or what a command failed with; a plan with changes is not done. */
  async function outcome(command: string, app: TestApp, ...args: string[]): Promise<string> {
    const { exitCode, stderr, stdout } = await startCli([command, app.directory, ...args]);
    return exitCode === 0 ? 'done' : `${exitCode}\n${stdout}\n${stderr}`;
  }

  function write(app: TestApp, stack: string, config: object): void {
    app.write(stack, { ...emulated(), ...config }, { endpoint: moto.endpoint, key: stack });
  }

  function emulated(): object {
    const { provider, ...rest } = emulatedAws(moto) as { provider: { aws: object[] } };
    const services = ['apigateway', 'cloudwatchlogs', 'iam', 'sts'];
    const endpoints = [Object.fromEntries(services.map((service) => [service, moto.endpoint]))];
    return { ...rest, provider: { aws: [{ ...provider.aws[0], endpoints }] } };
  }

  /** Asks the emulator everything that the API has. */
  async function ask<T>(path: string): Promise<T> {
    const signed = 'Credential=emulator/20260101/eu-west-1/apigateway/aws4_request, SignedHeaders=host, Signature=0';
    const headers = { Authorization: `AWS4-HMAC-SHA256 ${signed}` };
    return (await (await fetch(`${moto.endpoint}${path}`, { headers })).json()) as T;
  }

  async function idOf(name: string): Promise<string> {
    const { item } = await ask<{ item: { id: string; name: string }[] }>('/restapis');
    return item.find((api) => api.name === name)?.id ?? '';
  }

  async function stateOf(id: string) {
    type Methods = Record<string, { authorizationType: string }>;
    const resources = await ask<{ item: { path: string; resourceMethods?: Methods }[] }>(`/restapis/${id}/resources`);
    const stages = await ask<{ item: { stageName: string; deploymentId: string }[] }>(`/restapis/${id}/stages`);
    const methods = resources.item.flatMap(({ path, resourceMethods = {} }) =>
      Object.entries(resourceMethods).map(([verb, { authorizationType }]) => [`${verb} ${path}`, authorizationType]),
    );
    return {
      methods: Object.fromEntries(methods) as Record<string, string>,
      stages: Object.fromEntries(stages.item.map(({ stageName, deploymentId }) => [stageName, deploymentId])),
    };
  }
});

/** What `libs/gateway` makes of an API by its id. */
async function routesFor(id: string, deployedBy: string): Promise<object> {
  const script = ['-r', './register-ts.cjs', 'libs/gateway/testing/extend-an-api.ts', id, deployedBy];
  return JSON.parse((await execa(process.execPath, script, { cwd: top })).stdout) as object;
}

/** An API in plain Terraform, with one open route and the stage `live`. */
function ownersApi(name: string): object {
  const rest_api_id = '${aws_api_gateway_rest_api.pets.id}';
  const resource_id = '${aws_api_gateway_resource.pets.id}';
  const http_method = '${aws_api_gateway_method.pets.http_method}';
  return {
    resource: {
      aws_api_gateway_rest_api: { pets: { name } },
      aws_api_gateway_resource: {
        pets: { rest_api_id, parent_id: '${aws_api_gateway_rest_api.pets.root_resource_id}', path_part: 'pets' },
      },
      aws_api_gateway_method: { pets: { rest_api_id, resource_id, http_method: 'GET', authorization: 'NONE' } },
      aws_api_gateway_integration: { pets: { rest_api_id, resource_id, http_method, type: 'MOCK' } },
      aws_api_gateway_deployment: {
        pets: { rest_api_id, depends_on: ['aws_api_gateway_integration.pets'] },
      },
      aws_api_gateway_stage: {
        pets: { rest_api_id, stage_name: 'live', deployment_id: '${aws_api_gateway_deployment.pets.id}' },
      },
    },
  };
}
