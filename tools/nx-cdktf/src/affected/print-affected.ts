import { type AffectedEnvironments } from './affected-environments';

/** For people: a line for each environment that a change touches, and one for each that it removes. */
export function printAffected({ base, plan, unchanged, orphaned, notes }: AffectedEnvironments): string {
  const names = [...plan, ...unchanged, ...orphaned.map(({ environment }) => environment)];
  const width = Math.max(0, ...names.map((name) => name.length));
  const line = (name: string, text: string): string => `  ${name.padEnd(width)}  ${text}`;
  const lines = [
    ...plan.map((name) => line(name, 'changes in Terraform: to be planned')),
    ...unchanged.map((name) => line(name, 'no change in Terraform')),
    ...orphaned.map(({ environment, states }) =>
      line(environment, `removed: orphaned state at ${states.join(', ') || 'an unknown place'}`),
    ),
  ];
  return [
    `Environments changed since ${base.slice(0, 12)}:`,
    ...(lines.length > 0 ? lines : ['  none']),
    ...notes.map((note) => `Note: ${note}`),
  ].join('\n');
}
