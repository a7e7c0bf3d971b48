import { sound as complete } from '../../testing/sound';
import { workspaceWith } from '../../testing/workspace';
import { EnvironmentError } from '../environment-error';
import { bootstrapTargets } from './targets';

type Files = Record<string, unknown>;

/** Without what two environments of one region cannot share. */
const sound = {
  ...complete,
  identity: { ...(complete.identity as object), domainPrefix: undefined },
  clients: {},
  api: { ...(complete.api as object), domain: undefined },
};
const bootstrap = { github: { repository: 'acme/shop' } };
const environment = (changes: object = {}) => ({ ...sound, ...changes });
const state = (bucket: string, region = 'eu-west-1', kmsKey = 'alias/state') => ({ bucket, region, kmsKey });
const workspace = (files: Files) => workspaceWith({ 'bootstrap.json': bootstrap, ...files });

function problemsOf(files: Files): string[] {
  try {
    bootstrapTargets({ directory: workspace(files) });
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.problems.map(({ file, path, expected, found }) => `${file} ${path}: ${expected}; ${found}`);
  }
  return [];
}

describe('bootstrapTargets', () => {
  it('makes one target for each account and state region, with the environments in it', () => {
    const directory = workspace({
      'dev.json': environment({ state: state('acme-state') }),
      'qa.json': environment({
        state: state('acme-state', 'eu-west-1', 'arn:aws:kms:eu-west-1:111111111111:alias/state'),
      }),
      'prod.json': environment({ account: '333333333333', state: state('acme-prod', 'us-east-1') }),
    });
    const targets = bootstrapTargets({ directory });
    expect(
      targets.map((target) => ({
        ...target,
        environments: target.environments.map(({ name }) => name),
        settings: undefined,
      })),
    ).toEqual([
      {
        name: 'bootstrap-111111111111-eu-west-1',
        account: '111111111111',
        region: 'eu-west-1',
        state: {
          bucket: 'acme-state',
          keyAlias: 'alias/state',
          key: 'bootstrap/111111111111-eu-west-1.tfstate',
        },
        makesCiProvider: true,
        environments: ['dev', 'qa'],
      },
      {
        name: 'bootstrap-333333333333-us-east-1',
        account: '333333333333',
        region: 'us-east-1',
        state: {
          bucket: 'acme-prod',
          keyAlias: 'alias/state',
          key: 'bootstrap/333333333333-us-east-1.tfstate',
        },
        makesCiProvider: true,
        environments: ['prod'],
      },
    ]);
    expect(targets[0]?.settings).toEqual({
      github: { repository: 'acme/shop', branch: 'main', provider: {} },
      stateHistoryDays: 90,
      tags: {},
    });
  });

  it('lets one region of an account make the GitHub provider, or none', () => {
    const files = {
      'dev.json': environment({ state: state('acme-ireland') }),
      'us.json': environment({ region: 'us-east-1', state: state('acme-virginia', 'us-east-1') }),
    };
    const makers = (provider: string) =>
      bootstrapTargets({
        directory: workspace({
          ...files,
          'bootstrap.json': { github: { repository: 'acme/shop', provider: { '111111111111': provider } } },
        }),
      }).map(({ region, makesCiProvider }) => [region, makesCiProvider]);
    expect(makers('us-east-1')).toEqual([
      ['eu-west-1', false],
      ['us-east-1', true],
    ]);
    expect(makers('elsewhere')).toEqual([
      ['eu-west-1', false],
      ['us-east-1', false],
    ]);
    expect(problemsOf(files)).toEqual([
      'environments/bootstrap.json github.provider.111111111111: one of eu-west-1, us-east-1, elsewhere: an account has one GitHub OIDC provider, and this one state in eu-west-1 and us-east-1; nothing',
    ]);
  });

  it('fails when the provider is given to a region or an account without state', () => {
    expect(
      problemsOf({
        'dev.json': environment(),
        'bootstrap.json': {
          github: {
            repository: 'acme/shop',
            provider: { '111111111111': 'us-east-1', '999999999999': 'elsewhere' },
          },
        },
      }),
    ).toEqual([
      'environments/bootstrap.json github.provider.111111111111: one of eu-west-1, elsewhere: an account has one GitHub OIDC provider, and this one state in eu-west-1; "us-east-1"',
      'environments/bootstrap.json github.provider.999999999999: the account of an environment; "elsewhere"',
    ]);
  });

  it('fails when environments of one account and region disagree on bucket, key or endpoint', () => {
    expect(
      problemsOf({
        'dev.json': environment({ state: state('one') }),
        'local.json': environment({
          tier: 'local',
          endpoint: 'http://127.0.0.1:1',
          state: state('two-state', 'eu-west-1', 'alias/other'),
        }),
      }).map((text) => text.split(':')[0]),
    ).toEqual([
      'environments/local.json state.bucket',
      'environments/local.json state.kmsKey',
      'environments/local.json endpoint',
    ]);
  });

  it.each([
    [
      'a key is named by its id',
      {
        'dev.json': environment({
          state: state('acme', 'eu-west-1', '12345678-1234-4234-8234-123456789012'),
        }),
      },
      'environments/dev.json state.kmsKey: alias/<name>: the bootstrap makes the key, and only an alias can be known before the key is; 12345678-1234-4234-8234-123456789012',
    ],
    [
      'a key is in another account',
      {
        'dev.json': environment({
          state: state('acme', 'eu-west-1', 'arn:aws:kms:eu-west-1:999999999999:alias/state'),
        }),
      },
      'environments/dev.json state.kmsKey: a key of account 111111111111, where the environment is; arn:aws:kms:eu-west-1:999999999999:alias/state',
    ],
    [
      'two accounts name one bucket',
      {
        'dev.json': environment({ state: state('acme') }),
        'prod.json': environment({ account: '333333333333', state: state('acme') }),
      },
      'environments/prod.json state.bucket: a state bucket of its own account and region; acme, which "dev" has in account 111111111111, eu-west-1',
    ],
    [
      'one region of an account would be bootstrapped twice',
      {
        'bootstrap.json': { github: { repository: 'acme/shop', provider: { '111111111111': 'eu-west-1' } } },
        'dev.json': environment({ state: state('acme-one') }),
        'qa.json': environment({ state: state('acme-two', 'us-east-1') }),
      },
      'environments/qa.json state.region: eu-west-1, as in "dev": both deploy to eu-west-1 of account 111111111111, which is bootstrapped once; us-east-1',
    ],
    [
      'a deploy role could change what another environment of its account has',
      {
        'dev.json': environment({ state: state('acme') }),
        'dev-eu.json': environment({ state: state('acme') }),
      },
      'environments/dev-eu.json account: another account than "dev" has, because names of the one begin with gatehouse-dev- and of the other with gatehouse-dev-eu-: environments/dev.json:3; 111111111111',
    ],
  ])('fails when %s', (_, files, problem) => {
    expect(problemsOf(files)).toEqual([problem]);
  });
});
