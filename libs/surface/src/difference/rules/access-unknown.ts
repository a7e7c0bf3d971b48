import { becameUnknown } from '../became-unknown';
import { groupBy } from '../../group-by';
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
    const byPart = groupBy(open, ({ part, subject }) => `${placeOf(part)} ${subject}`);
    return [...byPart.values()].flatMap((all) =>
      all.slice(0, 1).map(({ part, subject }) => ({
        at: part,
        subject,
        severity: all.some(({ decides }) => decides) ? undefined : 'medium',
        message: `What becomes of ${subject} is known only after the apply: ${all.map(({ what }) => what).join(', ')}.`,
        after: 'known after apply',
      })),
    );
  },
});
