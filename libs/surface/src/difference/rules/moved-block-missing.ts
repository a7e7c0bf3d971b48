import type { Located } from '../../model';
import { groupBy } from '../../group-by';
import { nameOf } from '../../model/located';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Comparison } from '../comparison';
import { movedBlock } from '../moved-block';
import { both, type Pair } from '../pairs';

export const movedBlockMissing = differenceRule({
  id: 'moved-block-missing',
  severity: 'high',
  title: 'Deleted and created again at another address',
  why: 'Without a moved block Terraform deletes a thing at its old address and creates it at the new one, in any order: callers get errors in between, or AWS refuses to create what is still there and the apply stops halfway.',
  remediation: 'Add a moved block from the old address to the new one.',
  page: 'https://developer.hashicorp.com/terraform/language/moved',
  isLoss: true,
  find: (comparison) => {
    const { routes, authorizers, stages, apiDomains } = comparison;
    return [
      ...again(comparison, routes, ({ api }) => ['route', `of ${api.name}`, 'callers get errors in between']),
      ...again(comparison, authorizers, ({ api }) => [
        'authorizer',
        `of ${api.name}`,
        'routes refuse callers in between',
      ]),
      ...again(comparison, stages, ({ api }) => ['stage', `of ${api.name}`, 'callers get errors in between']),
      ...again(comparison, apiDomains, (domain) => [
        'domain',
        nameOf(domain),
        'its target name changes, and DNS records that name the old one reach nothing',
      ]),
    ];
  },
});

/** What it is, of what, and what happens to callers. */
type Words = readonly [kind: string, whose: string, effect: string];

/** One finding for all of one kind in one API. */
function again<T extends Located>(
  { changeAt }: Comparison,
  things: readonly Pair<T>[],
  wordsOf: (thing: T) => Words,
): Violation[] {
  const found = both(things).filter(
    ({ before, after }) =>
      before.address !== after.address && changeAt(before)?.action === 'delete' && changeAt(after)?.action === 'create',
  );
  return [...groupBy(found, ({ after }) => wordsOf(after).join(' ')).values()].flatMap((group): Violation[] => {
    const [first] = group;
    if (!first) return [];
    const [kind, whose, effect] = wordsOf(first.after);
    const blocks = group.slice(0, MOST).map(({ before, after }) => movedBlock(before.address, after.address));
    const more = group.length - blocks.length;
    const what = group.length === 1 ? `${kind} ${whose}` : `${group.length} ${kind}s ${whose}`;
    return [
      {
        at: first.after,
        subject: what,
        message: `Terraform deletes ${what} and creates ${group.length === 1 ? 'it' : 'them'} again at another address: ${effect}, or AWS refuses what is still there.`,
        remediation: `Add ${blocks.join(' ')}${more > 0 ? ` and ${more} more of the kind` : ''}.`,
        of: group.map(({ before, after }) => `${before.address} to ${after.address}`),
      },
    ];
  });
}

const MOST = 10;
