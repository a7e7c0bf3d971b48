import type { Tier } from '../../findings/tiers';
import { appClients } from '../clients';
import { knownItems } from '../known';
import { postureRule } from '../../findings/rule';

export const insecureRedirect = postureRule({
  id: 'insecure-redirect',
  severity: 'high',
  title: 'Insecure redirect URL',
  why: 'A redirect carries the code that becomes tokens: over HTTP it can be read on the way, and with a wildcard an attacker chooses where it goes. http://localhost is reported in production only: there, any program on a user’s machine can listen.',
  remediation: 'Use full HTTPS addresses of your own pages; keep localhost for development.',
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
      return [
        {
          at: client,
          subject,
          message: `Others can read or receive the sign-in codes that are sent to ${found}.`,
          after: found,
        },
      ];
    }),
});

const isInsecure = (url: string, tier: Tier | undefined): boolean =>
  url.includes('*') ||
  (/^http:/i.test(url) &&
    (tier === 'production' || !/^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/i.test(url)));
