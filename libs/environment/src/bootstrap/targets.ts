import path from 'node:path';
import { findDirectory, listEnvironments } from '../directory';
import { EnvironmentError } from '../environment-error';
import { type LoadOptions, loadEnvironment } from '../load';
import { stateKey } from '../names';
import { type Environment } from '../schema/environment';
import { aliasOf } from './key-alias';
import { ciProviderOf } from './ci-provider';
import { loadBootstrap } from './load-bootstrap';
import { type BootstrapFile } from './schema';
import { providerProblems, targetProblems } from './target-problems';

/** What one bootstrap makes: all that the environments of one AWS account and one state region share. */
export interface BootstrapTarget {
  /** Name of its stack, such as `bootstrap-111111111111-eu-west-1`. */
  readonly name: string;
  readonly account: string;
  /** Where the state bucket and its key are. */
  readonly region: string;
  /** Address of an emulator, when the environments have one. */
  readonly endpoint?: string;
  readonly state: {
    readonly bucket: string;
    /** `alias/<name>` of the key that encrypts every state. */
    readonly keyAlias: string;
    /** Key of the bootstrap's own state. */
    readonly key: string;
  };
  /** Whether this target makes the OIDC provider of GitHub or GitLab, of which an account has one. */
  readonly makesCiProvider: boolean;
  /** At least one, sorted by name. */
  readonly environments: Group;
  readonly settings: BootstrapFile;
}

/** Environments that share an account and a state region. */
export type Group = readonly [Environment, ...Environment[]];

/**
 * Everything there is to bootstrap, derived from the environments: one target for each AWS account and state region.
 *
 * @throws EnvironmentError for a wrong environment file, a wrong `bootstrap.json`, and environments that cannot share
 * what the bootstrap makes
 */
export function bootstrapTargets(options: LoadOptions = {}): BootstrapTarget[] {
  const directory = path.resolve(options.directory ?? findDirectory());
  const environments = listEnvironments(directory).map((name) => loadEnvironment(name, { directory }));
  const bootstrap = loadBootstrap({ directory });
  const groups = groupsOf(environments);
  const problems = [...targetProblems(groups, path.basename(directory)), ...providerProblems(groups, bootstrap)];
  if (problems.length > 0) throw new EnvironmentError('bootstrap', problems);
  return groups.map((group) => targetOf(group, groups, bootstrap.settings));
}

function groupsOf(environments: readonly Environment[]): Group[] {
  const groups = new Map<string, [Environment, ...Environment[]]>();
  for (const environment of environments) {
    const place = `${environment.account}-${environment.state.region}`;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [environment]);
    else group.push(environment);
  }
  return [...groups.values()];
}

function targetOf(group: Group, groups: readonly Group[], settings: BootstrapFile): BootstrapTarget {
  const [{ account, endpoint, state }] = group;
  const regions = groups.filter(([other]) => other.account === account);
  const maker = ciProviderOf(settings).makers[account] ?? (regions.length === 1 ? state.region : undefined);
  return {
    name: `bootstrap-${account}-${state.region}`,
    account,
    region: state.region,
    ...(endpoint !== undefined && { endpoint }),
    state: {
      bucket: state.bucket,
      keyAlias: aliasOf(state.kmsKey) ?? state.kmsKey,
      key: stateKey({ name: 'bootstrap' }, `${account}-${state.region}`),
    },
    makesCiProvider: maker === state.region,
    environments: group,
    settings,
  };
}
