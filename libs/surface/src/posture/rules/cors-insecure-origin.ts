import { corsAnswers, isAnyOrigin } from '../cors';
import { knownItems } from '../known';
import { postureRule } from '../../findings/rule';

export const corsInsecureOrigin = postureRule({
  id: 'cors-insecure-origin',
  severity: 'medium',
  title: 'CORS allows an HTTP origin',
  why: 'A page that was loaded over HTTP may have been changed on the way, and it can read the API’s responses. http://localhost is reported in production only: there, it is any program on a user’s machine.',
  remediation: 'Serve the page over HTTPS and list that origin; keep localhost for development.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  fields: ['api.cors.allowOrigins'],
  tiers: { production: { severity: 'high', limit: 'no http at all, localhost included' } },
  find: (surface, tier) =>
    corsAnswers(surface).flatMap(({ at, subject, cors }) => {
      const insecure = knownItems(cors.origins).filter(
        (origin) =>
          /^http:\/\//.test(origin) &&
          !isAnyOrigin(origin) &&
          (tier === 'production' || !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(origin)),
      );
      if (insecure.length === 0) return [];
      const found = insecure.join(', ');
      return [
        {
          at,
          subject,
          message: `Pages of ${found}, which anyone on the network path can change, can read its responses.`,
          after: found,
        },
      ];
    }),
});
