import { corsAnswers, isAnyOrigin } from '../cors';
import { knownItems } from '../known';
import { postureRule } from '../../findings/rule';

export const corsInsecureOrigin = postureRule({
  id: 'cors-insecure-origin',
  severity: 'medium',
  title: 'Answers for pages that came over http',
  why: 'A page that came over http may have been changed on the way, and it reads the answers of the API. (http://localhost is left to the environment rules.)',
  remediation: 'Serve the page over https and list that origin.',
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
      return [{ at, subject, message: `Pages of ${found} may read the answers.`, after: found }];
    }),
});
