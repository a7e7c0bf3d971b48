import { corsAnswers, isAnyOrigin } from '../cors';
import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';

export const corsAnyOriginWithCredentials = postureRule({
  id: 'cors-any-origin-with-credentials',
  severity: 'critical',
  title: 'CORS allows any origin with credentials',
  why: 'A response that reflects any origin and allows credentials lets every web page that a user opens call the API with the user’s cookies and client certificate, and read the responses.',
  remediation: 'List the origins of your own pages, or turn credentials off: a token in a header needs none.',
  page: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  find: (surface) =>
    corsAnswers(surface)
      .filter(({ cors }) => cors.credentials === true && knownItems(cors.origins).some(isAnyOrigin))
      .map(({ at, subject }) => ({
        at,
        subject,
        message: 'Any web page can call it as the user who opens the page.',
      })),
});
