import { type Bootstrapped } from './run/bootstrap-target';

/** What a person needs next: where states go, and which roles workflows take. */
export function report(done: readonly Bootstrapped[]): string {
  return done.flatMap((each) => ['', `Account ${each.account}, ${each.region}:`, ...outputLines(each)]).join('\n');
}

function outputLines({ outputs }: Bootstrapped): string[] {
  const width = Math.max(...Object.keys(outputs).map(({ length }) => length));
  return Object.entries(outputs).map(([name, value]) => `  ${name.padEnd(width)}  ${String(value)}`);
}
