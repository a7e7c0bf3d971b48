import type { Authorizer } from '../../access/authorizer';
import { addedTo, isEmpty, isWhole, knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const authorizerIssuerAdded = differenceRule({
  id: 'authorizer-issuer-added',
  severity: 'high',
  title: 'Authorizer trusts another issuer or client',
  why: 'Everyone who can sign in at the new user pool, or with the new client, passes every route of the authorizer that requires no scope.',
  remediation: 'Remove the pool, issuer or client that you do not trust.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
  sameFactAs: ['jwt-without-audience'],
  find: ({ authorizers }) =>
    changed('authorizer', authorizers, (before, after, name) => {
      const issuers = addedTo(before.issuers, after.issuers);
      // A pool that is not made yet has no ARN, only an address; one that was there has both, and may have been named by its ARN.
      const pools = addedTo(before.pools, after.pools);
      const isByPool = pools.length > 0 && (issuers.length > 0 || !isWhole(after.issuers));
      const others = isByPool ? [...pools, ...addedTo(before.issuers, after.otherIssuers)] : issuers;
      const audience = addedTo(before.audience, after.audience);
      const dropped = knownItems(before.audience).length > 0 && isEmpty(after.audience);
      return [
        {
          when: others.length > 0,
          message: `Users with tokens of ${show(others)} pass authorizer ${name}.`,
          before: issuersOf(before),
          after: issuersOf(after),
        },
        {
          when: audience.length > 0 || dropped,
          message: `Users with a token for ${dropped ? 'any client of the issuer' : `client ${show(audience)}`} pass authorizer ${name}.`,
          before: show(before.audience),
          after: show(after.audience),
        },
      ];
    }),
});

const issuersOf = ({ pools, otherIssuers, issuers }: Authorizer): string =>
  show(pools.length > 0 ? [...pools, ...otherIssuers] : issuers);
