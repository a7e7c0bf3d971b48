import { differenceRule } from '../../findings/rule';
import { placeOf } from '../../model/located';
import { openedTogether } from '../../unreviewed/opened-together';
import { publicAccessIn } from '../../unreviewed/public-access';
import { unreviewedChanges } from '../../unreviewed/changes';

export const publicAccessOpened = differenceRule({
  id: 'public-access-opened',
  severity: 'high',
  title: 'Resource opened to the internet',
  why: 'Anything that can be reached from the internet is found and attacked within minutes; only its own guard is left.',
  remediation: 'Keep it private, or let in only the networks that need it.',
  page: 'https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/permissions-management.html',
  find: (comparison) => {
    const together = openedTogether(comparison);
    const said = new Set(together.flatMap(({ by }) => by.map(placeOf)));
    return [
      ...together.flatMap(({ violation }) => violation ?? []),
      ...unreviewedChanges(comparison)
        .filter(({ change }) => !said.has(placeOf(change)))
        .flatMap(publicAccessIn),
    ];
  },
});
