import { isUserError } from '@gatehouse/cli-kit';
import { ApplyJournal } from '../apply-journal';
import { applyPlanned, planWith } from '../deploy-stack';
import { describePlan } from '../describe-plan';
import { InterruptedError, SetupError } from '../errors';
import { lookInAws } from '../left-behind/find-left-behind';
import { journalOf } from '../lost-state/running-apply';
import { ApplyQueue, type PreparedStack } from '../order/apply-queue';
import { recover } from '../recover';
import { removedAfter } from '../removed-after';
import { refuseOtherWays } from '../reviewed/other-ways';
import { type ReviewedPlans } from '../reviewed/reviewed-plans';
import { type StackResult } from '../stack-result';
import { type Stack } from '../stacks';
import { checkReviewed } from './check-reviewed';
import { planCommand, planFiles } from './plan';
import { type Session } from './session';

interface Prepared extends PreparedStack {
  readonly journal: ApplyJournal;
  /** What a person has to look at, since an apply was killed. */
  readonly unsure: readonly string[];
}

/**
 * Applies one stack after the other, each with exactly the plan that was printed; stops at the first failure. A stack
 * comes after those that it reads, but before one that deletes what it uses until then. No plan is left behind.
 *
 * @param compare gives the plans that may be applied, or throws @default - whatever the plans are, they are applied
 * @throws OrderConflictError when no order of the stacks is safe; nothing was applied then
 */
export const deployCommand = (session: Session, compare?: Compare): Promise<StackResult[]> =>
  removedAfter(
    session.selected.flatMap((stack) => Object.values(planFiles(stack))),
    () => deploy(session, compare),
  );

type Compare = (session: Session, planned: readonly StackResult[]) => Promise<ReviewedPlans>;

async function deploy(session: Session, compare?: Compare): Promise<StackResult[]> {
  if (compare) refuseOtherWays(session);
  const reviewed = compare && (await compare(session, await planCommand(session)));
  const queue = new ApplyQueue(session.selected, session.bind, (stack) => prepare(session, stack));
  const results: StackResult[] = [];
  // Before anything is applied, a conflict ends it here.
  const { notes } = await queue.order();
  if (!reviewed) notes.forEach((note) => session.print(note));
  while (queue.left.length > 0) {
    const result = await deployNext(session, queue, reviewed);
    results.push(result);
    if (result.outcome === 'failed' || result.outcome === 'interrupted') {
      return [...results, ...queue.left.map((each) => skip(session, each, result, queue.left))];
    }
  }
  return results;
}

/** A plan that is made meanwhile may ask for another order of what is left. */
async function deployNext(
  session: Session,
  queue: ApplyQueue<Prepared>,
  reviewed?: ReviewedPlans,
): Promise<StackResult> {
  let [stack] = queue.left as [Stack];
  try {
    [stack = stack] = (await queue.order()).stacks;
    session.print(stack.name);
    const prepared = await queue.take(stack);
    const ready = reviewed ? await checkReviewed(session, stack, prepared, reviewed) : prepared;
    const result = await applyStack(session, stack, ready, reviewed);
    if (result.outcome === 'applied') queue.forgetReadersOf(stack);
    return result;
  } catch (error) {
    if (!isUserError(error)) throw error;
    session.printError(error.message);
    queue.leave(stack);
    const outcome = error instanceof InterruptedError ? 'interrupted' : 'failed';
    return { stack: stack.name, outcome, error: error.message };
  }
}

async function prepare({ all, bind }: Session, stack: Stack): Promise<Prepared> {
  const terraform = bind(stack);
  await terraform.init();
  const journal = new ApplyJournal(journalOf(stack));
  const { imports, leftBehind, unsure } = await recover(terraform, stack, journal, lookInAws(stack, all));
  if (leftBehind.length > 0) throw new SetupError(describeLeftBehind(stack, leftBehind));
  return { terraform, journal, unsure, ...(await planWith(terraform, imports)) };
}

const describeLeftBehind = ({ name }: Stack, leftBehind: readonly string[]): string =>
  [
    `${name}: the last deploy was killed while AWS made this, and no state knows it:`,
    ...leftBehind.map((each) => each.replace(/^/gm, '  ')),
    'Nothing was applied, or it would be there twice. Take over or remove each, then deploy again.',
  ].join('\n');

async function applyStack(
  { print }: Session,
  stack: Stack,
  { journal, terraform, unsure, ...planned }: Prepared,
  reviewed?: ReviewedPlans,
): Promise<StackResult> {
  const summary = await applyPlanned(terraform, planned, {
    journal: journal.file,
    onPlan: (plan) => {
      // A plan that is what was reviewed has been printed with all others, before the first apply.
      const changes = reviewed ? [] : describePlan(plan);
      for (const line of [...changes, ...unsure]) print(`  ${line}`);
    },
    ...(reviewed && { onlyRedeploys: true }),
    onRedeploy: (addresses) =>
      print(`  deploying ${addresses.join(', ')} once more: its snapshot still holds what was removed`),
  });
  journal.remove();
  if (!summary) {
    for (const line of unsure) print(`  ${line}`);
    print('  no changes');
    return { stack: stack.name, outcome: 'no changes' };
  }
  const { add, change, remove } = summary;
  print(`  ${add} added, ${change} changed, ${remove} destroyed`);
  return { stack: stack.name, outcome: 'applied', add, change, remove };
}

/** @param skipped every stack that is not started */
function skip({ print }: Session, stack: Stack, bad: StackResult, skipped: readonly Stack[]): StackResult {
  const missing = [bad.stack, ...skipped.map(({ name }) => name)].filter((name) => stack.dependencies.includes(name));
  const reason = missing.length > 0 ? `depends on ${missing.join(', ')}` : `does not depend on ${bad.stack}`;
  print(
    `${stack.name}\n  not started, since ${bad.stack} ${bad.outcome === 'failed' ? 'failed' : 'was interrupted'}; ${reason}`,
  );
  return { stack: stack.name, outcome: 'not started', ...(missing.length > 0 && { dependsOn: missing }) };
}
