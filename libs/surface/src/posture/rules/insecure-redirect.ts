import { isInsecure } from '../../difference/redirects';
import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const insecureRedirect = postureRule({
  id: 'insecure-redirect',
  severity: 'high',
  title: 'Insecure redirect URL',
  why: 'A redirect carries the code that becomes tokens: over HTTP it can be read on the way, and with a wildcard an attacker chooses where it goes. http://localhost is reported in production only: there, any program on a user’s machine can listen.',
  remediation: 'Use full HTTPS addresses of your own pages; keep localhost for development.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html',
  fields: ['clients.*.callbackUrls', 'clients.*.logoutUrls'],
  tiers: { production: { limit: 'no http at all, localhost included' } },
  find: ({ clients }, tier) =>
    violations('app client', clients, ({ oauthEnabled, callbackUrls, logoutUrls }) => {
      const insecure = [...knownItems(callbackUrls), ...knownItems(logoutUrls)].filter(
        (url) => isInsecure(url) || (tier === 'production' && /^http:/i.test(url)),
      );
      const found = [...new Set(insecure)].join(', ');
      return {
        when: oauthEnabled === true && found !== '',
        message: `Others can read or receive the sign-in codes that are sent to ${found}.`,
        after: found,
      };
    }),
});
