import { sound } from '../testing/sound';
import { workspaceWith } from '../testing/workspace';
import { refuseCollisions } from './collisions';
import { EnvironmentError } from './environment-error';

const { domain } = sound.api as { domain: object };
const identity = (domainPrefix: string | null) => ({ identity: { domainPrefix } });

/** Files that extend a sound one, each with names of its own but for what a test is about. */
function problemsOf(about: string, files: Readonly<Record<string, object>>) {
  const own = Object.entries(files).map(([name, changes]) => [
    `${name}.json`,
    { extends: './base.json', ...identity(`sound-${name}`), ...changes },
  ]);
  const base = { ...sound, api: { ...(sound.api as object), domain: undefined } };
  const directory = workspaceWith({ 'base.json': base, ...Object.fromEntries(own) });
  try {
    refuseCollisions(about, directory);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.problems.map(
      ({ file, line, path, expected, found }) =>
        `${[file, line].filter(Boolean).join(':')} ${path}: ${expected}; ${found}`,
    );
  }
  return [];
}

describe('environments', () => {
  it('may be many in one account and region', () => {
    expect(problemsOf('dev', { dev: {}, develop: {}, staging: {} })).toEqual([]);
  });

  it('may share a file in two regions of one account', () => {
    const prod = { ...identity('sound-people'), api: { domain } };
    const us = {
      region: 'us-east-1',
      api: { domain: { ...domain, certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/a' } },
    };

    expect(problemsOf('us-prod', { 'eu-prod': prod, 'us-prod': { ...prod, ...us } })).toEqual([]);
  });

  it('may have one name at the beginning of another in two accounts', () => {
    expect(problemsOf('dev-eu', { dev: {}, 'dev-eu': { account: '222222222222' } })).toEqual([]);
  });
});

describe('what is refused', () => {
  it('is a name at the beginning of another, in any region of the account, seen from both sides', () => {
    const files = { dev: {}, 'dev-eu': { region: 'eu-central-1' } };
    const problem =
      'environments/dev-eu.json account: another account than "dev" has, because names of the one begin with gatehouse-dev- ' +
      'and of the other with gatehouse-dev-eu-: environments/dev.json; 111111111111';

    expect(problemsOf('dev', files)).toEqual([problem]);
    expect(problemsOf('dev-eu', files)).toEqual([problem]);
  });

  it('is one domain prefix in two accounts of one region', () => {
    const files = { dev: identity('people'), qa: { account: '222222222222', ...identity('people') } };

    expect(problemsOf('dev', files)).toEqual([
      'environments/qa.json:4 identity.domainPrefix: another prefix than "dev" has, because a region has each once: environments/dev.json:4; "people"',
    ]);
  });

  it('is a value that both inherit, which each file can replace', () => {
    const files = { dev: identity('people'), qa: { extends: './dev.json', identity: {} } };

    expect(problemsOf('qa', files)).toEqual([
      'environments/qa.json identity.domainPrefix: another prefix than "dev" has, because a region has each once: environments/dev.json; "people"',
    ]);
  });

  it('is one domain in one region', () => {
    expect(problemsOf('qa', { dev: { api: { domain } }, qa: { api: { domain } } })).toEqual([
      'environments/qa.json:8 api.domain.name: another domain than "dev" has, because a region has each once: environments/dev.json:8; "api.example.com"',
    ]);
  });

  it.each([
    ['state', { bucket: 'gatehouse-state-111111111111', region: 'eu-west-1', kmsKey: 'alias/gatehouse-tf' }, 'bucket'],
    ['key', { bucket: 'tf-state', region: 'eu-west-1', kmsKey: 'alias/gatehouse-key-state' }, 'kmsKey'],
  ])('is what the bootstrap makes under a name of the environment: %s', (name, state, field) => {
    expect(problemsOf(name, { dev: { state }, [name]: { state } })).toEqual([
      `environments/${name}.json : an environment whose names, which begin with gatehouse-${name}-, are none that the ` +
        `bootstrap makes in account 111111111111; ${field === 'bucket' ? state.bucket : 'gatehouse-key-state'}, from state.${field} of "dev"`,
    ]);
  });

  it('is an environment "api", whose deploys could change the role that API Gateway writes logs with', () => {
    expect(problemsOf('api', { api: {} })).toEqual([
      expect.stringContaining('; gatehouse-api-gateway-logging-eu-west-1, from project of "api"'),
    ]);
  });

  it('is nothing of other environments, and nothing of one that is wrong', () => {
    const files = { dev: {}, qa: identity('people'), staging: identity('people'), wrong: { region: 'nowhere' } };

    expect(problemsOf('dev', files)).toEqual([]);
  });
});
