import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remoteState, s3State } from '../../testing/app';
import { beforeApply } from '../../testing/before-apply';
import { emulatedAws } from '../../testing/cloud';
import { LinkedMirror } from '../../testing/linked-mirror';
import { motoWithStates, SIGNED } from '../../testing/moto';
import { Reviewing } from '../../testing/reviewing';

describe('what is another one by the time of an apply, with real Terraform', () => {
  const moto = motoWithStates();
  let qa: Reviewing;
  beforeEach(() => (qa = new Reviewing(moto)));

  it('applies nothing when the state, or a package or version of a provider, is another one by now', async () => {
    const write = (description: string, version = '5.100.0'): void => {
      const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
      const role = { name: 'qa-between', description, assume_role_policy: JSON.stringify({ Statement: [trust] }) };
      const { provider } = emulatedAws(moto);
      const terraform = { required_providers: { aws: { source: 'aws', version } } };
      qa.write('qa-api', { terraform, provider, resource: { aws_iam_role: { qa: role } } });
    };
    write('first');
    await qa.run(['deploy', 'qa']);
    const work = join(qa.app.directory, '.terraform-work/qa-api');
    const mirror = new LinkedMirror(qa.app.directory, join(work, 'data'));
    mirror.offer('5.100.0');
    write('second', '~> 5.100');
    const { file } = await qa.review(mirror.env);
    const state = await (await qa.stateOf('qa-api')).text();
    const locked = join(qa.app.directory, 'cdktf.out/stacks/qa-api/.terraform.lock.hcl');
    const packages = readFileSync(locked, 'utf8');
    const other = packages.replace('hashes = [', `hashes = [\n    "h1:${'A'.repeat(43)}=",`);
    const newer = packages.replace(/^( +version += )"5\.100\.0"/m, '$1"5.101.0"');
    const put = (fields: object) => {
      const request = { method: 'PUT', headers: SIGNED, body: JSON.stringify({ ...JSON.parse(state), ...fields }) };
      return `await fetch('${moto.endpoint}/state/${qa.key('qa-api')}.tfstate', ${JSON.stringify(request)});`;
    };
    const found: unknown[] = [];
    const deploy = async (env: NodeJS.ProcessEnv = {}): Promise<void> => {
      const { exitCode, stderr } = await qa.deploy(file, { ...mirror.env, ...env });
      const isApplied = (await (await qa.stateOf('qa-api')).text()).includes('second');
      found.push([exitCode, isApplied, qa.plansLeft(), stderr]);
      await qa.stateOf('qa-api', { method: 'PUT', body: state });
      writeFileSync(locked, packages);
    };

    for (const script of [
      put({ serial: JSON.parse(state).serial + 1 }),
      put({ lineage: '00000000-0000-0000-0000-000000000000' }),
      ...[other, newer].map(
        (text) => `(await import('node:fs')).writeFileSync(${JSON.stringify(locked)}, ${JSON.stringify(text)});`,
      ),
    ]) {
      await deploy(beforeApply(qa.app.directory, script));
    }
    // As in a new clone, which finds a newer version.
    mirror.offer('5.101.0');
    for (const file of [locked, join(work, 'initialised.json')]) rmSync(file);
    await deploy();

    expect(found).toEqual(
      [
        /Error: Saved plan is stale\n[^]*another run applied in the meantime/,
        /Error: Saved plan does not match the given state\n[^]*another run applied in the meantime/,
        new RegExp(`Error: Inconsistent dependency lock file\\n${ANOTHER_PROVIDER}`),
        new RegExp(`Error: [^\\n]* there is no package for [^\\n]* 5\\.101\\.0 ${ANOTHER_PROVIDER}`),
        /^Nothing was applied: [^\n]*\n {2}qa-api: other than reviewed: which packages of providers run\nReview the plan above/,
      ].map((message) => [1, false, [], expect.stringMatching(message)]),
    );
  });

  it('applies nothing where Terraform would obey what no review shows', async () => {
    qa.write('qa-api', { resource: { terraform_data: { api: { input: 'x' } } } });
    const { file } = await qa.review();
    const [work, folder] = ['.terraform-work/qa-api', 'cdktf.out/stacks/qa-api'].map((each) =>
      join(qa.app.directory, each),
    );
    const [backend, stamp] = [join(work!, 'data/terraform.tfstate'), join(work!, 'initialised.json')];
    const [workspace, override] = [join(work!, 'data/environment'), join(folder!, 'x_override.tf.json')];
    const rc = join(qa.app.directory, 'dev.tfrc');
    writeFileSync(rc, 'provider_installation {\n  dev_overrides {\n    "acme/aws" = "/tmp"\n  }\n  direct {}\n}\n');
    const elsewhere = s3State(moto.endpoint, qa.key('elsewhere'));
    const asInitialised = readFileSync(backend, 'utf8');
    const said: unknown[] = [];
    const deploy = async (env: NodeJS.ProcessEnv = {}): Promise<void> => {
      const { exitCode, stderr } = await qa.deploy(file, env);
      const [first, ...lines] = stderr.split('\n');
      said.push([exitCode, first, ...lines.slice(0, -1)]);
    };

    await deploy({ TF_WORKSPACE: 'other' });
    await deploy({ TF_CLI_CONFIG_FILE: rc });
    writeFileSync(workspace, 'other');
    await deploy();
    rmSync(workspace);
    writeFileSync(backend, asInitialised.replace(`${qa.key('qa-api')}.tfstate`, `${qa.key('elsewhere')}.tfstate`));
    await deploy();
    writeFileSync(backend, asInitialised);
    writeFileSync(override, JSON.stringify({ terraform: { backend: { s3: elsewhere } } }));
    rmSync(stamp);
    await deploy({ TF_CLI_ARGS_init: '-reconfigure' });
    await deploy();
    const elsewhereOrHere = [...(await qa.applied()), (await qa.stateOf('elsewhere')).status];
    rmSync(override);
    await deploy();

    const refused = [
      ['TF_WORKSPACE is set'],
      [`${rc} has dev_overrides`],
      ['qa-api has the workspace "other" selected'],
      [`qa-api was initialised with its state in state/${qa.key('elsewhere')}.tfstate`],
      ['TF_CLI_ARGS_init is set', 'apps/qa/cdktf.out/stacks/qa-api/x_override.tf.json is not of the synthesis'],
      ['apps/qa/cdktf.out/stacks/qa-api/x_override.tf.json is not of the synthesis'],
    ].map((ways) => [
      ...[1, 'Nothing was applied: Terraform would obey what no review shows.'],
      ...ways.map((way) => expect.stringContaining(`  ${way}`)),
    ]);
    expect(said).toEqual([...refused, [0, expect.stringContaining('create terraform_data.api: done')]]);
    expect([elsewhereOrHere, await qa.applied()]).toEqual([[404], ['qa-api']]);
  });

  it('stops before a stack whose plan changed with the one before it', async () => {
    const write = (pool: string): void => {
      qa.write('qa-identity', { output: { pool: { value: pool } } });
      const input = '${data.terraform_remote_state.upstream.outputs.pool}';
      const data = remoteState(moto.endpoint, qa.key('qa-identity'));
      qa.write('qa-api', { data, resource: { terraform_data: { api: { input } } } }, ['qa-identity']);
    };
    write('pool-1');
    await qa.run(['deploy', 'qa']);
    write('pool-2');
    const { file } = await qa.review();

    const deployed = await qa.deploy(file);

    expect([deployed.exitCode, deployed.stderr]).toEqual([
      1,
      'qa-api was not applied: its plan means something else now that the stack before it is applied. ' +
        'Plan and review it, then deploy again.',
    ]);
    expect(qa.plansLeft()).toEqual([]);
  });
});

const ANOTHER_PROVIDER =
  '[^]*The lock file of qa-api names another version or package of a provider than was installed for the plan. [^]*Plan again';
