import { type Colors } from '@gatehouse/cli-kit';
import { type CheckResult } from './check';

/** The results as a table for a terminal; what was found is shown where it is not what was expected. */
export function smokeTable(results: readonly CheckResult[], paint: Colors): string {
  const width = Math.max(...results.map(({ name }) => name.length));
  const rows = results.map(({ name, ok, expected, found }) => {
    const mark = ok ? paint.green('ok  ') : paint.red('FAIL');
    const rest = ok ? paint.dim(expected) : `expected ${expected}, found ${found}`;
    return `  ${mark}  ${name.padEnd(width)}  ${rest}`;
  });
  const failed = results.filter(({ ok }) => !ok).length;
  return [...rows, '', `  ${results.length - failed} of ${results.length} checks passed`].join('\n');
}
