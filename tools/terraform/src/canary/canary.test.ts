import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CanaryComment } from '@gatehouse/checks';
import { temporaryFolder } from '../../testing/stack';
import { type StateJson } from '../plan-json';
import { readStacks } from '../stacks';
import { canariesOf } from './canaries';
import { printCanary } from './print-canary';
import { servedOf } from './served';
import { recordAfter, refuseUndeployed, theCanary } from './step';

const version = 'abcdef01'.repeat(8);

/** The canary of an API, as it is synthesized. */
function canaries(comments: Readonly<Record<string, Partial<CanaryComment> | undefined>>, api?: string) {
  const app = join(temporaryFolder(), 'dev');
  const folder = join(app, 'cdktf.out/stacks/dev-api');
  mkdirSync(folder, { recursive: true });
  const stages = Object.entries(comments).map(([name, more]) => {
    const deployments = {
      everyone: `aws_api_gateway_deployment.${name}`,
      canary: `aws_api_gateway_deployment.${name}__canary`,
    };
    const canary = { api: name, version, audience: 'some', percentTraffic: 10, deployments, ...more };
    return [name, { '//': more && { canary } }] as const;
  });
  const made = stages.map(([name]) => [name, { triggers: { configuration: 'new' } }] as const);
  const resource = {
    aws_api_gateway_stage: Object.fromEntries(stages),
    aws_api_gateway_deployment: Object.fromEntries(made),
  };
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ resource }));
  const stack = { name: 'dev-api', workingDirectory: 'stacks/dev-api', dependencies: [] };
  writeFileSync(join(app, 'cdktf.out/manifest.json'), JSON.stringify({ stacks: { 'dev-api': stack } }));
  return canariesOf(readStacks(app), 'dev', api);
}

interface Applied {
  readonly everyone?: string;
  readonly canary?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
}

const state = ({ canary, everyone = 'old', overrides, variables }: Applied): StateJson => ({
  format_version: '1.0',
  values: {
    root_module: {
      resources: [
        deployment('api', everyone, '2026-11-01T10:00:00Z'),
        ...(canary === undefined ? [] : [deployment('api__canary', canary, '2026-11-02T10:00:00Z')]),
        {
          address: 'aws_api_gateway_stage.api',
          values: { variables, canary_settings: canary === undefined ? [] : [{ stage_variable_overrides: overrides }] },
        },
      ],
    },
  },
});

const deployment = (name: string, configuration: string, created: string) => ({
  address: `aws_api_gateway_deployment.${name}`,
  values: { triggers: { configuration }, created_date: created },
});

const one = (more: Partial<CanaryComment> = {}) => canaries({ api: more })[0];

describe('the canary of a step', () => {
  it('is the only one that serves something', () => {
    expect(
      theCanary(canaries({ api: {}, other: { audience: 'everyone' }, plain: undefined }), 'dev', 'promote').api,
    ).toBe('api');
    expect(theCanary(canaries({ api: {}, other: {} }, 'other'), 'dev', 'promote').api).toBe('other');
  });

  it.each<[string, () => unknown, string]>([
    [
      'no API has one',
      () => canaries({ plain: undefined }),
      'dev: expected an API with a canary, found none. Add `canary: { percentTraffic: 10 }` to the stage of a REST API.',
    ],
    [
      'the API has none',
      () => canaries({ reports: {} }, 'report'),
      '--api: expected an API of dev with a canary, found "report". Did you mean "reports"?',
    ],
    [
      'several have one',
      () => theCanary(canaries({ orders: {}, reports: {} }), 'dev', 'rollback'),
      'dev has several canaries. Name one of orders, reports: npx nx canary dev --rollback --api orders',
    ],
    [
      'none serves anything',
      () =>
        theCanary(canaries({ orders: { audience: 'everyone' }, reports: { audience: 'nobody' } }), 'dev', 'promote'),
      'There is nothing to promote:\n' +
        '  orders: everyone gets what the code says, version abcdef01.\n' +
        '  reports: what the code says, version abcdef01, was taken back. Change the API: the next version has a canary.',
    ],
  ])('is refused when %s', (_, find, message) => {
    expect(find).toThrow(message);
  });
});

describe('a step', () => {
  const refusal = (applied: Applied, more: Partial<CanaryComment> = {}) => {
    const canary = one(more);
    return () => refuseUndeployed(canary, servedOf(state(applied), canary), 'dev', 'rollback');
  };

  it('is taken when the canary serves what the code says', () => {
    expect(refusal({ canary: 'new' })).not.toThrow();
    expect(
      refusal(
        { everyone: 'new', canary: 'new', variables: { a: '1' }, overrides: { a: '2' } },
        { variables: { a: '2' } },
      ),
    ).not.toThrow();
  });

  it.each<[string, Applied, Partial<CanaryComment>, string]>([
    ['there is none', {}, {}, 'found no canary in AWS. Deploy it ("npx nx deploy dev")'],
    ['it serves an older version', { canary: 'older' }, {}, 'found another one in AWS'],
    ['it has other variables', { canary: 'new' }, { variables: { a: '1' } }, 'found another one in AWS'],
    [
      'it serves the same',
      { everyone: 'new', canary: 'new' },
      {},
      'There is nothing to take back: deploy a change first.',
    ],
  ])('is refused when %s', (_, applied, more, message) => {
    expect(refusal(applied, more)).toThrow(message);
  });

  it('is kept', () => {
    const before = { everyone: 'v1', takenBack: 'v2', variables: { a: '1' } };

    expect(recordAfter('promote', one({ variables: { a: '2' } }), before)).toEqual({
      everyone: version,
      variables: { a: '2' },
    });
    expect(recordAfter('promote', one(), before)).toEqual({ everyone: version });
    expect(recordAfter('rollback', one(), before)).toEqual({ ...before, takenBack: version });
  });
});

describe('what is printed', () => {
  const printed = (audience: CanaryComment['audience'], applied?: Applied) => {
    const canary = one({ audience });
    return printCanary(canary, servedOf(applied ? state(applied) : { format_version: '1.0' }, canary)).join('\n');
  };
  const head = 'api (aws_api_gateway_stage.api of dev-api)\n';
  const others = 'what was deployed at 2026-11-01T10:00:00Z';

  it.each<[CanaryComment['audience'], Applied | undefined, string]>([
    ['some', undefined, '  not deployed yet'],
    [
      'some',
      { canary: 'new' },
      `  10 percent of the requests get version abcdef01, what the code says, deployed at 2026-11-02T10:00:00Z\n  the others get ${others}`,
    ],
    [
      'some',
      { canary: 'older' },
      `  version abcdef01, what the code says, is for 10 percent of the requests, and is not deployed yet\n  the others get ${others}`,
    ],
    [
      'everyone',
      { everyone: 'new' },
      `  everyone gets version abcdef01, what the code says, deployed at 2026-11-01T10:00:00Z`,
    ],
    [
      'everyone',
      { canary: 'new' },
      `  version abcdef01, what the code says, is for everyone, and is not deployed yet\n  the others get ${others}`,
    ],
    ['nobody', {}, `  version abcdef01, what the code says, was taken back\n  everyone gets ${others}`],
  ])('says who gets what: %s of %j', (audience, applied, text) => {
    expect(printed(audience, applied)).toBe(head + text);
  });
});
