import { becameUnknown } from '../became-unknown';
import { placeOf } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { watched } from '../watched';

export const accessUnknown = differenceRule({
  id: 'access-unknown',
  severity: 'high',
  title: 'What decides about access is only known after the apply',
  why: 'A value that is not known yet can become anything; that the plan does not show a change is no evidence that there is none.',
  remediation: 'Take the value from something that is there already, or apply what it comes from first.',
  page: 'https://developer.hashicorp.com/terraform/language/expressions/references#values-not-yet-known',
  find: (comparison) => {
    const open = watched(comparison).filter(({ part, before, after }) =>
      becameUnknown(part, before, after, comparison),
    );
    const byPart = new Map<string, typeof open>();
    for (const each of open) {
      const key = `${placeOf(each.part)} ${each.subject}`;
      byPart.set(key, [...(byPart.get(key) ?? []), each]);
    }
    return [...byPart.values()].flatMap(([first, ...others]) => {
      if (!first) return [];
      const all = [first, ...others];
      return [
        {
          at: first.part,
          subject: first.subject,
          ...(all.some(({ decides }) => decides) ? {} : { severity: 'medium' as const }),
          message: `Nobody can tell before the apply what becomes of ${first.subject}: ${all.map(({ what }) => what).join(', ')}.`,
          after: 'known after apply',
        },
      ];
    });
  },
});
