import { type Outcome, type ReadyStep, runWorkflow } from '../testing/workflow-run';
import { workflows } from '../testing/workflows';

interface Started {
  readonly inputs?: object;
  readonly tier?: string;
  readonly accepted?: boolean;
  readonly logged?: boolean;
}

/** What GitHub decides to run of a deploy out of turn, with steps that do nothing but what is given here. */
async function start({ inputs, tier = 'production', accepted = true, logged = true }: Started) {
  const ran: string[] = [];
  const checkouts: string[] = [];
  const step = ({ id, job, name = '', uses = '', with: options }: ReadyStep): Outcome => {
    ran.push(`${job}: ${name}`);
    if (uses.startsWith('actions/checkout@')) checkouts.push(`${job} ${String(options?.ref)}`);
    const outputs: Record<string, Record<string, string>> = {
      tier: { production: tier === 'production' ? '["prod"]' : '[]' },
      find: { commit: 'c0ffee', 'run-id': '7' },
      log: { issue: '100' },
      review: { code: '0' },
      compare: { changes: 'true', reviewed: 'true' },
    };
    const refused = (id === 'log' && !logged) || (name === 'Check that a person was asked' && !accepted);
    return { ok: !refused, outputs: refused ? {} : outputs[id ?? ''] };
  };
  const given = { environment: 'prod', commit: '', reason: 'why', 'break-glass': false, ...inputs };
  const github = { token: 'ghs', event: {}, server_url: 'https://github.com', repository: 'acme/shop', run_id: '42' };
  const results = await runWorkflow({
    ...{ workflows: workflows(), file: 'out-of-turn.yml', step, inputs: given },
    github: { ...github, event_name: 'workflow_dispatch', ref: 'refs/heads/main' },
  });
  return { ran, results, checkouts };
}

const ASKED = ': Check that a person was asked';

describe('a rollback', () => {
  it('is planned and applied from its commit, after a person accepted it for this run, whatever was reviewed before', async () => {
    const { ran, results, checkouts } = await start({});

    expect(results).toEqual({
      ...{ commit: 'success', report: 'skipped', 'deploy / compare': 'success', 'deploy / accept': 'success' },
      ...{ 'deploy / review / review': 'success', 'deploy / deploy': 'success' },
    });
    expect(ran.filter((step) => step.endsWith(ASKED))).toEqual([`deploy / accept${ASKED}`]);
    // What decides is of main: only what is planned and applied is not.
    expect(checkouts).toEqual([
      ...['commit main', 'deploy / review / review c0ffee', 'deploy / accept undefined', 'deploy / deploy c0ffee'],
    ]);
  });

  it('is not applied when nobody accepts it', async () => {
    expect((await start({ accepted: false })).results).toMatchObject({
      ...{ 'deploy / accept': 'failure', 'deploy / deploy': 'skipped' },
    });
  });
});

describe('a break-glass deploy', () => {
  const inputs = { 'break-glass': true };

  it('asks nobody, is written down before it is planned, and its issue says what it did', async () => {
    const { ran, results } = await start({ inputs });

    expect(ran.filter((step) => step.endsWith(ASKED))).toEqual([]);
    expect(results).toMatchObject({ 'deploy / accept': 'skipped', 'deploy / deploy': 'success', report: 'success' });
    const order = ['commit: Write down who breaks the glass, and why', 'deploy / deploy: Deploy what was reviewed'];
    expect(ran.filter((step) => order.includes(step))).toEqual(order);
  });

  it('does not happen when it could not be written down', async () => {
    const { results } = await start({ inputs, logged: false });

    expect(results).toMatchObject({ commit: 'failure' });
    expect(results['deploy / deploy']).toBeUndefined();
  });
});
