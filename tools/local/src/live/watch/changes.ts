/** What is to be done since files changed. */
export interface Changes {
  /** Names of services whose sources changed. */
  readonly services: ReadonlySet<string>;
  /** Archives of services were built, by others. */
  readonly archives: boolean;
  /** The file of users changed. */
  readonly users: boolean;
  /** What stacks are synthesized from changed. */
  readonly stacks: boolean;
  /** Another process applied something. */
  readonly states: boolean;
}

export const NOTHING: Changes = { services: new Set(), archives: false, users: false, stacks: false, states: false };

export const isNothing = ({ archives, services, stacks, states, users }: Changes): boolean =>
  services.size === 0 && !archives && !users && !stacks && !states;

export const both = (one: Changes, other: Changes): Changes => ({
  services: new Set([...one.services, ...other.services]),
  archives: one.archives || other.archives,
  users: one.users || other.users,
  stacks: one.stacks || other.stacks,
  states: one.states || other.states,
});

/** Which files count, and for what. */
export interface Inputs {
  /** Folder of the environment's app below `apps`. */
  readonly app: string;
  /** Names of the services, folders below `apps`. */
  readonly services: () => readonly string[];
}

/**
 * What a change of a file means.
 *
 * @param path from the workspace, with slashes
 * @returns nothing when the file does not count
 */
export function changeOf(path: string, { app, services }: Inputs): Changes | undefined {
  const [top = '', folder = '', ...rest] = path.split('/');
  const service = top === 'apps' && services().includes(folder) ? folder : undefined;
  // The one file of a folder for what is made that counts: `nx build` writes it.
  if (service !== undefined && rest.join('/') === `dist/${service}.zip`) return { ...NOTHING, archives: true };
  if (isMade(path) || isBeside(path)) return undefined;
  if (service !== undefined) return { ...NOTHING, services: new Set([service]) };
  if (path === `apps/${app}/users.json`) return { ...NOTHING, users: true };
  const isStacks = path === 'apps/main.ts' || path.startsWith(`apps/${app}/`) || OF_STACKS.test(path);
  return isStacks ? { ...NOTHING, stacks: true } : undefined;
}

/** Whether a folder can be left out as a whole. */
export const isLeftOut = (path: string): boolean => /(^|\/)(node_modules|\.git|\.nx|cdktf\.out|coverage)$/.test(path);

/** Sources of libraries, environment files, a new service, and what compiles and resolves all of them. */
const OF_STACKS =
  /^(libs\/.+|environments\/[^/]+\.json|apps\/[^/]+\/package\.json|package\.json|tsconfig\.base\.json|register-ts\.cjs)$/;

/** What commands write, and what editors write for a moment. */
const isMade = (path: string): boolean =>
  /(^|\/)(node_modules|\.git|\.nx|cdktf\.out|dist|coverage|\.terraform[^/]*)\//.test(path) ||
  /(^|\/)(outputs\.json|clients\.md|[^/]*\.log|\.[^/]*|[^/]*~|#[^/]*#|4913|[^/]*\.(swp|swx|tmp|bak|orig))$/.test(path);

/** Neither deployed nor read when something is. */
const isBeside = (path: string): boolean =>
  /\.test\.ts$|\.md$|schema\.json$/.test(path) || /^(apps|libs)\/[^/]+\/(testing|fixtures)\//.test(path);
