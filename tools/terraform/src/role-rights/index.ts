import { ciRoleName, type Environment, placeOf, rightsRecordKey } from '@gatehouse/environment';
import {
  catalogue,
  deriveRights,
  type Missing,
  missingInBoundary,
  missingRights,
  noRights,
  type Rights,
  type StackContent,
} from '@gatehouse/rights';
import { environmentApp } from '../environment-app';
import { SetupError } from '../errors';
import { readStackConfig } from '../stack-config';
import { type Stack } from '../stacks';
import { askAws, type Asked } from './ask-aws';

export { askAws } from './ask-aws';

interface Run {
  /** The app's folder. */
  readonly directory: string;
  /** Every stack of the app. */
  readonly all: readonly Stack[];
  readonly printError: (text: string) => void;
}

/**
 * Says before a plan or deploy starts that the role which runs it was made for older stacks, instead of letting AWS refuse
 * it halfway. An administrator, or who else runs it as themselves, is not held to what the role may do.
 *
 * @param ask @default - AWS, where the state of the stacks is
 * @throws SetupError with what the role lacks
 */
export async function refuseOldRole({ all, directory, printError }: Run, ask = askFor(all)): Promise<void> {
  const name = await ask?.role();
  if (ask === undefined || name === undefined) return;
  const { environment } = environmentApp(directory);
  const role = (['plan', 'deploy'] as const).find((does) => ciRoleName(environment, does) === name);
  if (role === undefined) return;
  const record = await ask.record(rightsRecordKey(environment));
  if (record === undefined) {
    printError(
      `${name} was made by a bootstrap that left no record of what it may do: run "npx nx bootstrap bootstrap" again ` +
        'to have plans and deploys say before they start what the role lacks.',
    );
    return;
  }
  const { lacks, roles } = missing(environment, all, role, record);
  if (lacks.length + roles.length === 0) return;
  throw new SetupError(
    [
      `${name} was made for older stacks: it may not do what ${environment.name} needs now.`,
      ...lacks.map(({ action, resource }) => `  ${action} on ${resource}`),
      ...roles.map(
        ({ action, resource }) => `  ${action} on ${resource}, by roles that a deploy makes (their boundary)`,
      ),
      'An administrator of the account gives it that, with "npx nx bootstrap bootstrap" from the commit that is deployed.',
    ].join('\n'),
  );
}

function askFor(all: readonly Stack[]): Asked | undefined {
  const [first] = all;
  return first === undefined ? undefined : askAws(readStackConfig(first));
}

function missing(
  environment: Environment,
  all: readonly Stack[],
  role: 'plan' | 'deploy',
  record: Rights,
): { lacks: Missing[]; roles: Missing[] } {
  const place = placeOf(environment);
  const stacks = all.map((stack) => ({ name: stack.name, content: readStackConfig(stack) as StackContent }));
  const needed = { rights: deriveRights(stacks, place, catalogue).rights, types: catalogue };
  const given = { rights: record.environments[environment.name] ?? noRights, types: record.types };
  return {
    lacks: missingRights(role, needed, given, place),
    roles: role === 'deploy' ? missingInBoundary(needed, given, place) : [],
  };
}
