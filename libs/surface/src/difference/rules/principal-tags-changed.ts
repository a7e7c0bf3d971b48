import type { IdentityPool, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const principalTagsChanged = differenceRule({
  id: 'principal-tags-changed',
  severity: 'medium',
  title: 'Principal tags changed',
  why: 'IAM policies can decide by a tag of the session. With another claim behind the tag, other users get the permissions.',
  remediation: 'Check that users cannot set the claim themselves, and what policies decide by the tag.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/using-attributes-for-access-control.html',
  find: ({ identityPools }) =>
    changed('identity pool', identityPools, (before, after, name) => {
      const [was, now] = [tagsOf(before), tagsOf(after)];
      return [...now].map(([tag, claim]) => ({
        when: was.get(tag) !== claim,
        message: `In ${name}, users get tag ${tag} from their claim ${claim}.`,
        before: show(was.get(tag)),
        after: claim,
      }));
    }),
});

/** Cognito's own tags, where a provider has no others. */
const DEFAULTS = { username: 'sub', client: 'aud' };

function tagsOf({ principalTags }: IdentityPool<Unknown>): ReadonlyMap<string, string> {
  return new Map(
    principalTags.flatMap(({ defaults, tags }) => {
      const known = defaults === true ? DEFAULTS : isUnknown(tags) ? {} : tags;
      return Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    }),
  );
}
