import { type Colors } from '@gatehouse/cli-kit';
import { type SmokeResults } from './smoke';

/** The results as a table for a terminal; what was expected is shown where something else was found. */
export function smokeTable({ notTried, results }: SmokeResults, paint: Colors): string {
  const width = Math.max(0, ...results.map(({ name }) => name.length));
  const rows = results.map(({ name, ok, expected, found }) => {
    const mark = ok ? paint.green('ok  ') : paint.red('FAIL');
    return `  ${mark}  ${name.padEnd(width)}  ${ok ? paint.dim(found) : `expected ${expected}, found ${found}`}`;
  });
  const skipped = notTried.map(({ name, why }) => `  ${paint.yellow('not tried')}  ${name}: ${why}`);
  const passed = results.filter(({ ok }) => ok).length;
  return [...rows, ...skipped, '', `  ${passed} of ${results.length} checks passed`].join('\n');
}
