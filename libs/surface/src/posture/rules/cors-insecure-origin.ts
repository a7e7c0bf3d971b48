import { corsAnswers } from '../cors';
import { knownItems } from '../known';
import type { PostureRule } from '../rule';

export const corsInsecureOrigin: PostureRule = {
  id: 'cors-insecure-origin',
  severity: 'medium',
  title: 'Answers for pages that came over http',
  why: 'A page that came over http may have been changed on the way, and it reads the answers of the API. (http://localhost is left to the environment rules.)',
  remediation: 'Serve the page over https and list that origin.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html',
  matches: [],
  check: (surface) =>
    corsAnswers(surface).flatMap(({ at, subject, cors }) => {
      const insecure = knownItems(cors.origins).filter(
        (origin) =>
          /^http:\/\//.test(origin) && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\]|\*)(:|$)/.test(origin),
      );
      if (insecure.length === 0) return [];
      const found = insecure.join(', ');
      return [{ at, subject, message: `Pages of ${found} may read the answers.`, found }];
    }),
};
