import type { Route } from '../access/route';
import type { Violation } from '../findings/rule';
import { isUnknown } from '../model/value';
import { functionIn } from './backends';
import type { Comparison } from './comparison';
import { both } from './pairs';

/** Routes whose backend is asked with another verb. */
export const changedMethods = ({ callable }: Comparison): readonly Violation[] =>
  both(callable).flatMap(({ before, after }) => {
    const [was, now] = [methodOf(before), methodOf(after)];
    // A function is only ever asked with POST.
    if (was === undefined || now === undefined || was === now || (now === 'POST' && callsFunction(after))) return [];
    return [
      {
        at: after,
        subject: after.title,
        severity: 'medium' as const,
        message: `Calls of ${after.title} reach their backend as ${now} in place of ${was}.`,
        remediation: 'Restore the verb that the backend is asked with, or make sure that callers may do this there.',
        before: was,
        after: now,
      },
    ];
  });

function methodOf({ integration }: Route): string | undefined {
  if (integration === undefined || integration.type === 'MOCK') return undefined;
  const { method } = integration;
  return method === undefined || isUnknown(method) || method === '' ? undefined : method.toUpperCase();
}

const callsFunction = ({ integration }: Route): boolean => {
  const uri = integration?.uri;
  return uri !== undefined && !isUnknown(uri) && functionIn(uri) !== undefined;
};
