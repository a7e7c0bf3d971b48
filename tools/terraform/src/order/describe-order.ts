import { type Stack } from '../stacks';
import { type Constraint } from './constraints';

/** Why a stack is applied before one that it reads. */
export const describeReadersFirst = (constraint: Constraint): string =>
  `${constraint.first.name} is applied before ${constraint.then.name}: ${reasonOf(constraint)}`;

/**
 * Why no order is safe, and how to split the change.
 *
 * @param all every stack after those that it reads
 */
export function describeConflict(cycle: readonly Constraint[], all: readonly Stack[]): string {
  const names = all.filter((stack) => cycle.some(({ then }) => then === stack));
  const lost = cycle.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  const addresses = [...new Set(lost.map(({ address }) => address))].join(', ');
  const replaced = lost.some((each) => each.replaced);
  return [
    `No order of ${names.map(({ name }) => name).join(' and ')} is safe:`,
    ...cycle.map((constraint) => `  ${constraint.first.name} first: ${reasonOf(constraint)}`),
    `Split the change in two. First keep ${addresses} and add what is new` +
      `${replaced ? ', with an id of its own next to what it replaces' : ''}; deploy. Then remove ${addresses}; deploy.`,
    `If it may be missing for the time between two applies, deploy the stacks one by one: ` +
      names.map(({ app, name }) => `npx gatehouse deploy ${app} --stack ${name}`).join(', then '),
  ].join('\n');
}

function reasonOf({ first, then, needs = [], uses }: Constraint): string {
  if (uses === undefined) {
    const outputs = needs.map((name) => `"${name}"`).join(', ');
    return `${then.name} needs its output ${outputs}, which is new or changes`;
  }
  const { address, at, output, replaced } = uses;
  return (
    `${then.name} ${replaced ? 'replaces' : 'deletes'} ${address} (output "${output}"), ` +
    `which ${first.name} uses in ${at} until it is applied`
  );
}
