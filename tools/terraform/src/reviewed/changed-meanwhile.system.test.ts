import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remoteState } from '../../testing/app';
import { beforeApply } from '../../testing/before-apply';
import { emulatedAws } from '../../testing/cloud';
import { motoWithStates, SIGNED } from '../../testing/moto';
import { Reviewing } from '../../testing/reviewing';

describe('what is another one by the time of an apply, with real Terraform', () => {
  const moto = motoWithStates();
  let qa: Reviewing;
  beforeEach(() => (qa = new Reviewing(moto)));

  it('applies nothing when the state, or a package of a provider, is another one by now', async () => {
    const write = (description: string): void => {
      const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
      const role = { name: 'qa-between', description, assume_role_policy: JSON.stringify({ Statement: [trust] }) };
      qa.write('qa-api', { ...emulatedAws(moto), resource: { aws_iam_role: { qa: role } } });
    };
    write('first');
    await qa.run(['deploy', 'qa']);
    write('second');
    const { file } = await qa.review();
    const state = await (await qa.stateOf('qa-api')).text();
    const locked = join(qa.app.directory, 'cdktf.out/stacks/qa-api/.terraform.lock.hcl');
    const packages = readFileSync(locked, 'utf8');
    const other = packages.replace('hashes = [', `hashes = [\n    "h1:${'A'.repeat(43)}=",`);
    const put = (fields: object) => {
      const request = { method: 'PUT', headers: SIGNED, body: JSON.stringify({ ...JSON.parse(state), ...fields }) };
      return `await fetch('${moto.endpoint}/state/${qa.key('qa-api')}.tfstate', ${JSON.stringify(request)});`;
    };
    const found: unknown[] = [];
    const deploy = async (env: NodeJS.ProcessEnv = {}): Promise<void> => {
      const { exitCode, stderr } = await qa.deploy(file, env);
      const isApplied = (await (await qa.stateOf('qa-api')).text()).includes('second');
      found.push([exitCode, isApplied, qa.plansLeft(), stderr]);
      await qa.stateOf('qa-api', { method: 'PUT', body: state });
      writeFileSync(locked, packages);
    };

    for (const script of [
      put({ serial: JSON.parse(state).serial + 1 }),
      put({ lineage: '00000000-0000-0000-0000-000000000000' }),
      `(await import('node:fs')).writeFileSync(${JSON.stringify(locked)}, ${JSON.stringify(other)});`,
    ]) {
      await deploy(beforeApply(qa.app.directory, script));
    }
    writeFileSync(locked, other);
    await deploy();

    expect(found).toEqual(
      [
        /Error: Saved plan is stale\n[^]*another run applied in the meantime/,
        /Error: Saved plan does not match the given state\n[^]*another run applied in the meantime/,
        /Error: Inconsistent dependency lock file\n/,
        /^Nothing was applied: [^\n]*\n {2}qa-api: other than reviewed: which packages of providers run\n/,
      ].map((message) => [1, false, [], expect.stringMatching(message)]),
    );
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
