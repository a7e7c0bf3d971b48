import type { Tier } from '../../findings/tiers';
import { appClients } from '../clients';
import { knownItems } from '../known';
import { postureRule } from '../../findings/rule';

export const insecureRedirect = postureRule({
  id: 'insecure-redirect',
  severity: 'high',
  title: 'Sign-in that ends at an address others can take',
  why: 'A callback carries the code that becomes tokens: over http it can be read on the way, and with a wildcard it goes wherever an attacker says. (http://localhost is left to the environment rules.)',
  remediation: 'Use whole https addresses of your own pages.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html',
  fields: ['clients.*.callbackUrls', 'clients.*.logoutUrls'],
  tiers: { production: { limit: 'no http at all, localhost included' } },
  find: (surface, tier) =>
    appClients(surface).flatMap(({ client, subject }) => {
      const insecure = [...knownItems(client.callbackUrls), ...knownItems(client.logoutUrls)].filter((url) =>
        isInsecure(url, tier),
      );
      if (client.oauthEnabled !== true || insecure.length === 0) return [];
      const found = [...new Set(insecure)].join(', ');
      return [{ at: client, subject, message: `Sign-in may end at ${found}.`, after: found }];
    }),
});

const isInsecure = (url: string, tier: Tier | undefined): boolean =>
  url.includes('*') ||
  (/^http:/i.test(url) &&
    (tier === 'production' || !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(url)));
