import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';

export const accessLogAnonymous = differenceRule({
  id: 'access-log-anonymous',
  severity: 'medium',
  title: 'Access log no longer says who called',
  why: 'After an intrusion, the caller and the address in the access log show whose account was used and from where; what was not logged cannot be found later.',
  remediation:
    'Keep $context.identity.sourceIp and the caller in the format: $context.authorizer.principalId, $context.authorizer.claims.sub or $context.identity.userArn.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
  find: ({ stages }) =>
    changed('stage', stages, (before, after, name) => {
      const [was, now] = [before.accessLog?.format, after.accessLog?.format];
      if (typeof was !== 'string' || typeof now !== 'string') return undefined;
      const lost = FIELDS.filter(({ fields }) => fields.test(was) && !fields.test(now));
      const words = lost.map((each) => each.words).join(' and ');
      return {
        when: lost.length > 0,
        message: `The access log of stage ${name} of ${after.api.name} no longer says ${words}.`,
        before: words,
        after: 'not logged',
      };
    }),
});

/** Fields of a format that say the same, in one way or another. */
const FIELDS = [
  {
    words: 'who called',
    fields:
      /\$context\.(authorizer\.|identity\.(caller|user\b|userArn|accountId|cognitoIdentityId|cognitoAuthenticationProvider|principalOrgId|apiKey|clientCert))/,
  },
  { words: 'from which address', fields: /\$context\.identity\.(sourceIp|vpcId|vpceId)/ },
  {
    words: 'which route was called',
    fields: /\$context\.(routeKey|resourcePath|resourceId|path|requestId|extendedRequestId)/,
  },
] as const;
