import { becameUnknown } from '../became-unknown';
import { placeOf } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { watched } from '../watched';

export const accessUnknown = differenceRule({
  id: 'access-unknown',
  severity: 'high',
  title: 'Access known only after apply',
  why: 'A value that is not known yet can become anything: that the plan shows no change is no evidence that there is none.',
  remediation: 'Take the value from something that exists already, or apply its source first.',
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
          message: `What becomes of ${first.subject} is known only after the apply: ${all.map(({ what }) => what).join(', ')}.`,
          after: 'known after apply',
        },
      ];
    });
  },
});
