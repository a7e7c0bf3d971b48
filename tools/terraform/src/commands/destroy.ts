import { type Environment } from '@gatehouse/environment';
import { environmentApp } from '../environment-app';
import { SetupError } from '../errors';
import { ask, EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { refuseLostState } from '../lost-state/lost-state-error';
import { type StateJson } from '../plan-json';
import { type Stack } from '../stacks';
import { destroyOrphan } from './destroy-orphan';
import { type Session } from './session';

/**
 * Destroys the stacks, those that others depend on last.
 *
 * @param yes the environment's name, as the user typed it
 * @throws SetupError unless the name is right, nothing is protected, and production was first made ready to go
 */
export async function destroyCommand(session: Session, yes?: string): Promise<ExitCode> {
  const { name, environment } = environmentApp(session.directory);
  if (session.orphan === undefined) refuseProduction(environment);
  await confirm(name, whatGoes(session, name), yes);
  if (session.orphan !== undefined) return destroyOrphan(session, session.orphan);
  const last = [...session.selected].reverse();
  const applied = new Map<Stack, StateJson['values']>();
  for (const stack of last) {
    const terraform = session.bind(stack);
    await refuseLostState(terraform.options);
    await terraform.init();
    applied.set(stack, (await terraform.showState()).values);
  }
  // Before anything is gone: AWS would refuse in the middle.
  refuseProtectedPools(name, [...applied.values()]);
  for (const stack of last) {
    session.print(stack.name);
    // A destroy plan reads remote state, which a stack that was never applied may not have.
    const summary = applied.get(stack) ? await session.bind(stack).destroy() : undefined;
    session.print(summary ? `  ${summary.remove} destroyed` : '  nothing to destroy');
  }
  return EXIT.ok;
}

function refuseProduction({ name, tier, identity }: Environment): void {
  if (tier !== 'production' || !identity.deletionProtection) return;
  throw new SetupError(
    `Nothing was destroyed: "${name}" is production. It takes two steps:\n` +
      `1. In environments/${name}.json write "identity": { "deletionProtection": false } and\n` +
      '   "acknowledge": [{ "rule": "deletion-protection-off", "reason": "..." }]; have that reviewed and deploy it.\n' +
      `2. npx nx destroy ${name} --yes-destroy=${name}`,
  );
}

function refuseProtectedPools(name: string, states: readonly StateJson['values'][]): void {
  const pools = states
    .flatMap((state) => state?.root_module?.resources ?? [])
    .filter(({ type, values }) => type === 'aws_cognito_user_pool' && values?.deletion_protection === 'ACTIVE');
  if (pools.length === 0) return;
  throw new SetupError(
    `Nothing was destroyed: ${pools.map(({ address }) => address).join(', ')} is protected from deletion. ` +
      `Set identity.deletionProtection to false in environments/${name}.json and deploy that first.`,
  );
}

const whatGoes = ({ selected, all, orphan }: Session, name: string): string =>
  orphan === undefined && selected.length === all.length
    ? `everything in "${name}"`
    : `${selected.map((stack) => stack.name).join(', ')} of "${name}"`;

async function confirm(name: string, what: string, yes: string | undefined): Promise<void> {
  const typed = yes ?? (await ask(`This destroys ${what}. Type the name of the environment to go on: `));
  if (typed === name) return;
  throw new SetupError(
    typed === undefined
      ? `Nothing was destroyed. To destroy ${what} say so: --yes-destroy=${name}`
      : `Nothing was destroyed: this is "${name}", not "${typed}".`,
  );
}
