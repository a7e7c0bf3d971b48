import { collisions } from '../collisions';
import { type Problem } from '../problem';
import { type JsonPath, formatPath } from '../read/json';
import { locate } from '../read/layer';
import { type Environment } from '../schema/environment';
import { ciProviderOf } from './ci-provider';
import { accountOf, aliasOf } from './key-alias';
import { type LoadedBootstrap } from './load-bootstrap';
import { type Group } from './targets';

/** What keeps environments from sharing one state bucket, one key, or one account. */
export function targetProblems(groups: readonly Group[], folder: string): Problem[] {
  const all = groups.flat();
  const found = [
    ...groups.flatMap(disagreements),
    ...all.map(keyProblem),
    ...groups.map((group) => sharedBucket(group, groups)),
    ...all.map((environment) => sharedLogging(environment, groups)),
  ];
  const shared = found
    .filter((problem) => problem !== undefined)
    .map(({ environment, path, ...problem }) => ({
      file: `${folder}/${environment.name}.json`,
      path: formatPath(path),
      ...problem,
    }));
  return [...shared, ...collisions(all, folder).map(({ problem }) => problem)];
}

interface TargetProblem extends Omit<Problem, 'file' | 'path'> {
  readonly environment: Environment;
  readonly path: JsonPath;
}

const sharedFields: readonly [JsonPath, (environment: Environment) => string | undefined][] = [
  [['project'], ({ project }) => project],
  [['state', 'bucket'], ({ state }) => state.bucket],
  [['state', 'kmsKey'], ({ state }) => aliasOf(state.kmsKey) ?? state.kmsKey],
  [['endpoint'], ({ endpoint }) => endpoint],
];

function disagreements([first, ...others]: Group): TargetProblem[] {
  return sharedFields.flatMap(([path, read]) =>
    others
      .filter((other) => read(other) !== read(first))
      .map((other) => ({
        environment: other,
        path,
        expected: `${read(first) ?? 'nothing'}, as in "${first.name}": one account and region has one state bucket with one key`,
        found: read(other) ?? 'nothing',
        fix: 'Write the same in both, or give one of them another account or state.region.',
      })),
  );
}

function keyProblem(environment: Environment): TargetProblem | undefined {
  const { account, state } = environment;
  const alias = aliasOf(state.kmsKey);
  const problem = { environment, path: ['state', 'kmsKey'], found: state.kmsKey };
  if (alias === undefined) {
    return {
      ...problem,
      expected: 'alias/<name>: the bootstrap makes the key, and only an alias can be known before the key is',
      fix: 'Name an alias. To keep a key that exists, give it the alias first: bootstrap then adopts both.',
    };
  }
  if ((accountOf(state.kmsKey) ?? account) === account) return undefined;
  return {
    ...problem,
    expected: `a key of account ${account}, where the environment is`,
    fix: `Write ${alias}.`,
  };
}

/** A bucket name belongs to one account and region in the whole world. */
function sharedBucket([first]: Group, groups: readonly Group[]): TargetProblem | undefined {
  const [owner] = groups.find(([other]) => other.state.bucket === first.state.bucket) ?? [first];
  if (owner === first) return undefined;
  return {
    environment: first,
    path: ['state', 'bucket'],
    expected: 'a state bucket of its own account and region',
    found: `${first.state.bucket}, which "${owner.name}" has in account ${owner.account}, ${owner.state.region}`,
    fix: 'Name another bucket, for example one that ends with account and region.',
  };
}

/** API Gateway has one logging role per account and region, and one bootstrap sets it. */
function sharedLogging(environment: Environment, groups: readonly Group[]): TargetProblem | undefined {
  const { account, name, region, state } = environment;
  const rival = groups
    .flat()
    .find((one) => one.account === account && one.region === region && one.state.region !== state.region);
  if (rival === undefined || rival.name > name) return undefined;
  return {
    environment,
    path: ['state', 'region'],
    expected: `${rival.state.region}, as in "${rival.name}": both deploy to ${region} of account ${account}, which is bootstrapped once`,
    found: state.region,
    fix: 'Keep the state of both in one region.',
  };
}

/** Who makes the OIDC provider must be clear, and possible. */
export function providerProblems(groups: readonly Group[], { settings, layer }: LoadedBootstrap): Problem[] {
  const { kind, makers, title } = ciProviderOf(settings);
  const accounts = [...new Set(groups.map(([{ account }]) => account)), ...Object.keys(makers)];
  return [...new Set(accounts)].flatMap((account) => {
    const regions = groups.filter(([other]) => other.account === account).map(([{ state }]) => state.region);
    const maker = makers[account] ?? (regions.length === 1 ? regions[0] : undefined);
    if (regions.length > 0 && maker !== undefined && ['elsewhere', ...regions].includes(maker)) return [];
    const [expected, fix] =
      regions.length === 0
        ? ['the account of an environment', 'Correct the account, or remove the line.']
        : [
            `one of ${[...regions, 'elsewhere'].join(', ')}: an account has one ${title} OIDC provider, and this one state in ${regions.join(' and ')}`,
            'Say which region’s bootstrap makes the provider.',
          ];
    return [locate([layer], layer.value, { path: [kind, 'provider', account], expected, fix })];
  });
}
