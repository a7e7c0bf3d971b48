import { isSameParty, relyingPartyOf } from '../../cognito/relying-party';
import { isWhole, knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const passkeysLost = differenceRule({
  id: 'passkeys-lost',
  severity: 'high',
  title: 'Passkeys of users lost',
  why: 'A passkey is made for one relying party, and works only while WEB_AUTHN is a first factor. Where relying_party_id is not set it is the domain of the pool, and a domain of your own takes the place of a prefix. Users who have nothing else cannot sign in.',
  remediation: 'Keep relying_party_id and WEB_AUTHN, or make sure first that every user has another way to sign in.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
  find: ({ userPools, before: old, after: next }) =>
    changed('user pool', userPools, (before, after, name) => {
      const had = knownItems(before.firstFactors).includes('WEB_AUTHN');
      const off = isWhole(after.firstFactors) && !after.firstFactors.includes('WEB_AUTHN');
      const [was, now] = [relyingPartyOf(before, old), relyingPartyOf(after, next)];
      return {
        when: had && (off || (was !== undefined && now !== undefined && !isSameParty(was, now))),
        message: `Users of ${name} can no longer sign in with the passkeys that they have.`,
        before: off ? show(before.firstFactors) : show(was),
        after: off ? show(after.firstFactors) : show(now),
      };
    }),
});
