import { EXIT, type ExitCode } from '@gatehouse/cli-kit';
import { SetupError } from '../errors';
import { constraintsOf } from '../order/constraints';
import { type OrphanedState } from '../orphans/find-orphans';
import { checkProviders } from '../orphans/orphan-stack';
import { type PlanJson } from '../plan-json';
import { type Stack } from '../stacks';
import { theStack } from '../the-stack';
import { type Session } from './session';

/**
 * Destroys what an orphaned state holds.
 *
 * @throws SetupError when a stack still uses some of it, when AWS would refuse in the middle, and when the providers are
 * not those that made it
 */
export async function destroyOrphan(session: Session, orphan: OrphanedState): Promise<ExitCode> {
  const stack = theStack(session, 'destroy');
  checkProviders(stack, orphan.state);
  session.print(stack.name);
  const terraform = session.bind(stack);
  await terraform.init();
  const { file } = await terraform.plan({ destroy: true });
  const plan = await terraform.showPlan(file);
  refuseProtected(stack, plan);
  await refuseUsed(session, stack, plan);
  const summary = await terraform.apply(file);
  session.print(`  ${summary?.remove ?? 0} destroyed`);
  return EXIT.ok;
}

/** As AWS has it now: the setting may be off since the state was written. */
function refuseProtected(stack: Stack, { prior_state: state }: PlanJson): void {
  const isProtected = (values: Readonly<Record<string, unknown>> = {}): boolean =>
    [values['deletion_protection'], values['enable_deletion_protection'], values['deletion_protection_enabled']].some(
      (value) => value === true || value === 'ACTIVE',
    );
  const found = (state?.values?.root_module?.resources ?? []).filter(({ values }) => isProtected(values));
  if (found.length === 0) return;
  throw new SetupError(
    `Nothing was destroyed: ${found.map(({ address }) => address).join(', ')} of ${stack.name} is protected from ` +
      'deletion, and no stack has it to say otherwise. Turn the protection off in AWS and run this again.',
  );
}

async function refuseUsed({ all, bind }: Session, stack: Stack, plan: PlanJson): Promise<void> {
  const others = [];
  for (const other of all) {
    const terraform = bind(other);
    await terraform.init();
    others.push({ stack: other, state: await terraform.pullState() });
  }
  const uses = constraintsOf([{ stack, plan }, ...others]).find(
    ({ then, uses }) => then === stack && uses !== undefined,
  );
  if (uses?.uses === undefined) return;
  throw new SetupError(
    `Nothing was destroyed: ${uses.first.name} uses ${uses.uses.address} of ${stack.name} in ${uses.uses.at}. ` +
      `Deploy what does not use it first: npx gatehouse deploy ${stack.app}`,
  );
}
