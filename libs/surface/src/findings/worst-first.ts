import { SEVERITIES } from './finding';
import type { Family, Rule } from './rule';

/** The rules that a folder's `index.ts` exports, the worst first, then by id. */
export const worstFirst = <F extends Family>(folder: Readonly<Record<string, Rule<F>>>): readonly Rule<F>[] =>
  SEVERITIES.flatMap((severity) =>
    Object.values(folder)
      .filter((rule) => rule.severity === severity)
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
