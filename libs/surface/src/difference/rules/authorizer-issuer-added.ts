import { addedTo, isKnown } from '../../access/lists';
import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

export const authorizerIssuerAdded = differenceRule({
  id: 'authorizer-issuer-added',
  severity: 'high',
  title: 'Authorizer trusts another issuer or client',
  why: 'Everyone who can sign in at the new user pool, or with the new client, passes every route of the authorizer that requires no scope.',
  remediation: 'Remove the pool, issuer or client that you do not trust.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
  sameFactAs: ['jwt-without-audience'],
  find: ({ authorizers }) =>
    both(authorizers).flatMap(({ before, after }) => {
      const subject = `authorizer ${nameOf(after.name, after)}`;
      const issuers = addedTo(before.issuers, after.issuers);
      // A pool that is not made yet has no ARN, only an address; one that was there has both.
      const pools = after.pools.filter((pool) => !before.pools.includes(pool));
      const others = pools.length > 0 && (issuers.length > 0 || before.pools.length > 0) ? pools : issuers;
      const audience = addedTo(before.audience, after.audience);
      const dropped =
        isKnown(before.audience) &&
        before.audience.length > 0 &&
        isKnown(after.audience) &&
        after.audience.length === 0;
      return [
        ...(others.length > 0
          ? [
              {
                at: after,
                subject,
                message: `Users with tokens of ${show(others)} pass ${subject}.`,
                before: show(before.pools.length > 0 ? before.pools : before.issuers),
                after: show(after.pools.length > 0 ? after.pools : after.issuers),
              },
            ]
          : []),
        ...(audience.length > 0 || dropped
          ? [
              {
                at: after,
                subject,
                message: dropped
                  ? `Users with a token for any client of the issuer pass ${subject}.`
                  : `Users with a token for client ${show(audience)} pass ${subject}.`,
                before: show(before.audience),
                after: show(after.audience),
              },
            ]
          : []),
      ];
    }),
});
