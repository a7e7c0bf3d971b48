import path from 'node:path';
import { loggingRoleName } from './bootstrap/ci-role';
import { aliasOf } from './bootstrap/key-alias';
import { listEnvironments } from './directory';
import { EnvironmentError } from './environment-error';
import { type FieldPlace, fieldPlace } from './field-place';
import { loadEnvironment } from './load';
import { resourceName } from './names';
import { type Problem } from './problem';
import { type Environment } from './schema/environment';

/**
 * Refuses an environment whose names in AWS are another one's too. Environments that are wrong in themselves are left to
 * their own checks.
 *
 * @throws EnvironmentError with both places of each name
 */
export function refuseCollisions(name: string, directory: string): void {
  const environments = listEnvironments(directory).flatMap((each) => sound(each, directory));
  const own = collisions(environments, path.basename(directory)).filter(({ between }) => between.includes(name));
  if (own.length > 0) {
    throw new EnvironmentError(
      name,
      own.map(({ problem }) => problem),
    );
  }
}

export interface Collision {
  /** Names of the environments. */
  readonly between: readonly string[];
  readonly problem: Problem;
}

/** Names that two environments would both have in AWS, and those that an environment would share with the bootstrap. */
export function collisions(environments: readonly Environment[], folder: string): Collision[] {
  const shared = environments.flatMap((one, index) =>
    environments
      .slice(index + 1)
      .flatMap((other) => [
        ...between(one, other, ['account'], prefixOf(one, other)),
        ...between(one, other, ['identity', 'domainPrefix'], domainPrefixOf(one, other)),
        ...between(one, other, ['api', 'domain', 'name'], domainOf(one, other)),
      ]),
  );
  return [...shared, ...environments.flatMap((one) => withBootstrap(one, environments, folder))];

  function between(one: Environment, other: Environment, field: readonly string[], clash: Clash | undefined) {
    if (clash === undefined) return [];
    const [there, here] = placesOf(one, other, field.join('.'), folder);
    const { expected, found, fix } = clash;
    const line = there.line === undefined ? '' : `:${there.line}`;
    const problem: Problem = { ...here, expected: `${expected} ${there.file}${line}`, found, fix };
    return [{ between: [one.name, other.name], problem }];
  }
}

/**
 * What the bootstrap makes in the account of an environment, under a name that begins as the environment's do: its deploys could
 * change it. An environment `state` could delete the state bucket `<project>-state-...`.
 */
function withBootstrap(one: Environment, environments: readonly Environment[], folder: string): Collision[] {
  // An emulator goes with what is in it.
  if (one.endpoint !== undefined) return [];
  const prefix = resourceName(one, '');
  const names = environments
    .filter(({ account }) => account === one.account)
    .flatMap(({ name, project, state }) => [
      { maker: name, field: 'state.bucket', made: state.bucket },
      { maker: name, field: 'state.kmsKey', made: aliasOf(state.kmsKey)?.replace('alias/', '') ?? '' },
      { maker: name, field: 'project', made: loggingRoleName({ project, region: state.region }) },
    ]);
  const taken = names.find(({ made }) => made.startsWith(prefix));
  if (taken === undefined) return [];
  const problem: Problem = {
    file: `${folder}/${one.name}.json`,
    path: '',
    expected: `an environment whose names, which begin with ${prefix}, are none that the bootstrap makes in account ${one.account}`,
    found: `${taken.made}, from ${taken.field} of "${taken.maker}"`,
    fix:
      taken.field === 'project'
        ? 'Rename the environment.'
        : `Rename the environment, or name another ${taken.field} in "${taken.maker}".`,
  };
  return [{ between: [one.name], problem }];
}

interface Clash {
  /** What is said before the place of the other environment. */
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

/** Names of roles are one account's, whatever the region, and a deploy role may change what begins with its environment's. */
function prefixOf(one: Environment, other: Environment): Clash | undefined {
  const [short, long] = [resourceName(one, ''), resourceName(other, '')].sort((a, b) => a.length - b.length);
  if (one.account !== other.account || short === undefined || !long?.startsWith(short)) return undefined;
  return {
    expected: `another account than "${one.name}" has, because names of the one begin with ${short} and of the other with ${long}:`,
    found: other.account,
    fix: 'Rename one of the two environments, so that neither name begins with the other and a hyphen, or give them different accounts.',
  };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html */
function domainPrefixOf(one: Environment, other: Environment): Clash | undefined {
  const prefix = other.identity.domainPrefix;
  const same = prefix !== undefined && one.identity.domainPrefix === prefix;
  if (!same || one.region !== other.region || isEmulated(one, other)) return undefined;
  return {
    expected: `another prefix than "${one.name}" has, because a region has each once:`,
    found: JSON.stringify(prefix),
    fix: `Write a prefix of its own, such as ${JSON.stringify(`${prefix}-${other.name}`)}.`,
  };
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html */
function domainOf(one: Environment, other: Environment): Clash | undefined {
  const name = other.api.domain?.name;
  const same = name !== undefined && one.api.domain?.name === name;
  if (!same || one.region !== other.region || isEmulated(one, other)) return undefined;
  return {
    expected: `another domain than "${one.name}" has, because a region has each once:`,
    found: JSON.stringify(name),
    fix: 'Write a domain of its own.',
  };
}

/** An emulator is a world of its own. */
const isEmulated = (one: Environment, other: Environment): boolean => one.endpoint !== other.endpoint;

/** Where each says it; in its own file, for a value that both inherit from one place. */
function placesOf(one: Environment, other: Environment, field: string, folder: string): [FieldPlace, FieldPlace] {
  const [there, here] = [fieldPlace(one, field), fieldPlace(other, field)];
  if (there !== undefined && here !== undefined && (there.file !== here.file || there.line !== here.line)) {
    return [there, here];
  }
  const own = ({ name }: Environment): FieldPlace => ({ file: `${folder}/${name}.json`, path: field });
  return [own(one), own(other)];
}

function sound(name: string, directory: string): Environment[] {
  try {
    return [loadEnvironment(name, { directory })];
  } catch (error) {
    if (error instanceof EnvironmentError) return [];
    throw error;
  }
}
