import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const MOST = 100;

export const tooManyRedirects = refusalRule({
  id: 'too-many-redirects',
  severity: 'high',
  title: 'Too many callback or logout URLs',
  why: `An app client has at most ${MOST} callback URLs and ${MOST} logout URLs. AWS does not raise this quota.`,
  remediation: 'Use one callback page that sends users on, or an app client for each group of pages.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
  fields: ['clients.*.callbackUrls', 'clients.*.logoutUrls'],
  find: ({ clients }) =>
    violations('app client', clients, ({ callbackUrls, logoutUrls }) =>
      Object.entries({ callback: callbackUrls, logout: logoutUrls }).map(([kind, urls]) => {
        const amount = knownItems(urls).length;
        return {
          when: amount > MOST,
          message: `Cognito refuses ${amount} ${kind} URLs; a client has at most ${MOST}.`,
          after: String(amount),
          fields: [`clients.*.${kind}Urls`],
        };
      }),
    ),
});
