import { corsAnswers, isAnyOrigin } from '../cors';
import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';

export const corsAnyOrigin = postureRule({
  id: 'cors-any-origin',
  severity: 'medium',
  title: 'CORS allows any origin',
  why: 'With "*", any web page that a user opens can call the API from the user’s browser and read its responses.',
  remediation: 'List the origins of your own pages.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  fields: ['api.cors.allowOrigins'],
  tiers: { production: { severity: 'high' } },
  find: (surface) =>
    corsAnswers(surface)
      .filter(({ cors }) => cors.credentials === false && knownItems(cors.origins).some(isAnyOrigin))
      .map(({ at, subject }) => ({ at, subject, message: 'Any web page can read its responses.' })),
});
