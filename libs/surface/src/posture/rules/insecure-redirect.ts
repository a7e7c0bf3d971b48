import { appClients } from '../clients';
import { knownItems } from '../known';
import type { PostureRule } from '../rule';

export const insecureRedirect: PostureRule = {
  id: 'insecure-redirect',
  severity: 'high',
  title: 'Sign-in that ends at an address others can take',
  why: 'A callback carries the code that becomes tokens: over http it can be read on the way, and with a wildcard it goes wherever an attacker says. (http://localhost is left to the environment rules.)',
  remediation: 'Use whole https addresses of your own pages.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html',
  matches: [],
  check: (surface) =>
    appClients(surface).flatMap(({ client, subject }) => {
      const insecure = [...knownItems(client.callbackUrls), ...knownItems(client.logoutUrls)].filter(
        isInsecure,
      );
      if (client.oauthEnabled !== true || insecure.length === 0) return [];
      const found = [...new Set(insecure)].join(', ');
      return [{ at: client, subject, message: `Sign-in may end at ${found}.`, found }];
    }),
};

const isInsecure = (url: string): boolean =>
  url.includes('*') ||
  (/^http:\/\//i.test(url) && !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(url));
