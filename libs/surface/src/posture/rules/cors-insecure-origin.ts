import { isLocal } from '../../difference/redirects';
import { corsAnswers, isAnyOrigin } from '../cors';
import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

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
      const found = knownItems(cors.origins)
        .filter((origin) => /^http:\/\//.test(origin) && !isAnyOrigin(origin))
        .filter((origin) => tier === 'production' || !isLocal(origin))
        .join(', ');
      return violationsAt(at, subject, {
        when: found !== '',
        message: `Pages of ${found}, which anyone on the network path can change, can read its responses.`,
        after: found,
      });
    }),
});
