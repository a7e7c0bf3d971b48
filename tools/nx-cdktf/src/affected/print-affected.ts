import { type AffectedEnvironments, type Orphaned } from './affected-environments';

/** For people: a line for each environment that a change touches, and one for each environment or stack that it removes. */
export function printAffected({ base, plan, unchanged, orphaned, notes }: AffectedEnvironments): string {
  const names = [...plan, ...unchanged, ...orphaned.map(nameOf)];
  const width = Math.max(0, ...names.map((name) => name.length));
  const line = (name: string, text: string): string => `  ${name.padEnd(width)}  ${text}`;
  const lines = [
    ...plan.map((name) => line(name, 'changes in Terraform: to be planned')),
    ...unchanged.map((name) => line(name, 'no change in Terraform')),
    ...orphaned.map((each) => line(nameOf(each), describe(each, base))),
  ];
  return [
    `Environments changed since ${base.slice(0, 12)}:`,
    ...(lines.length > 0 ? lines : ['  none']),
    ...notes.map((note) => `Note: ${note}`),
  ].join('\n');
}

const nameOf = ({ environment, stack = environment }: Orphaned): string => stack;

function describe({ environment, stack, states }: Orphaned, base: string): string {
  const place = `orphaned state at ${states.join(', ') || 'an unknown place'}`;
  if (stack === undefined) {
    const commit = base.slice(0, 12);
    return `removed: ${place}; "npx gatehouse destroy-removed ${environment} --base ${commit}" destroys it`;
  }
  return (
    `removed or renamed: ${place}; "npx gatehouse destroy ${environment} --stack ${stack}" destroys it, ` +
    `"npx gatehouse move-state ${environment} ${stack} <new name>" moves it`
  );
}
