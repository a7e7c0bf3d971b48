import { type Outcome, type ReadyStep, type Result, runWorkflow } from '../testing/workflow-run';
import { workflows } from '../testing/workflows';

const all = workflows();

const tiers = { development: '["dev"]', staging: '["staging"]', production: '["prod"]' };

/** What GitHub decides to run, with steps that do nothing but what is given here. */
async function deploy(
  { displaced, ...answers }: { displaced?: RegExp } & Record<string, Outcome | RegExp> = {},
  found: Record<string, string> = tiers,
): Promise<{ ran: string[]; results: Readonly<Record<string, Result>> }> {
  const step = ({ id, job, name = '' }: ReadyStep): Outcome => {
    const given = answers[`${job}: ${name}`] as Outcome | undefined;
    if (given) return given;
    if (id === 'tiers') return { ok: true, outputs: found };
    if (id === 'review') return { ok: true, outputs: { code: '0' } };
    return { ok: true, outputs: id === 'compare' ? { changes: 'true', reviewed: 'true' } : {} };
  };
  const github = { token: 'ghs', event: {}, server_url: 'https://github.com', repository: 'acme/shop', run_id: '42' };
  const results = await runWorkflow({ workflows: all, file: 'deploy.yml', github, step, displaced });
  const deploys = Object.entries(results).filter(([job]) => job.endsWith(' / deploy'));
  return { results, ran: deploys.filter(([, result]) => result === 'success').map(([job]) => job.split(' / ')[0]!) };
}

describe('tiers of a deploy', () => {
  it('come one after the other', async () => {
    expect((await deploy()).ran).toEqual(['development (dev)', 'staging (staging)', 'production (prod)']);
  });

  it('are passed over when they have nothing to deploy', async () => {
    const nothing = { ...tiers, development: '[]', staging: '[]' };

    expect((await deploy({}, nothing)).ran).toEqual(['production (prod)']);
  });

  it('are passed over when what they have means no change', async () => {
    const same = {
      'development (dev) / compare: Compare': { ok: true, outputs: { changes: 'false', reviewed: 'false' } },
    };

    expect((await deploy(same)).ran).toEqual(['staging (staging)', 'production (prod)']);
  });

  it.each([
    ['was displaced by a newer deploy', { displaced: /^development \(dev\) \/ deploy$/ }, []],
    ['of staging was displaced', { displaced: /^staging \(staging\) \/ deploy$/ }, ['development (dev)']],
    ['could not be planned', { 'development (dev) / review / review: Synthesize': { ok: false } }, []],
    ['failed', { 'staging (staging) / deploy: Deploy what was reviewed': { ok: false } }, ['development (dev)']],
  ])('end with one in which a deploy %s', async (_case, answers, ran) => {
    expect((await deploy(answers)).ran).toEqual(ran);
  });

  it('end with one that waits for a person who refuses', async () => {
    const unreviewed = {
      'development (dev) / compare: Compare': { ok: true, outputs: { changes: 'true', reviewed: 'false' } },
      'development (dev) / accept: Check that a person was asked': { ok: false },
    };

    const { ran, results } = await deploy(unreviewed);

    expect(ran).toEqual([]);
    expect(results).toMatchObject({ 'development (dev) / accept': 'failure', 'development (dev) / deploy': 'skipped' });
  });
});
