import { clientsOf } from '../checks/check';
import { type EnvironmentRule } from './rule';

export const insecureRedirect: EnvironmentRule = {
  id: 'insecure-redirect',
  fields: ['clients.*.callbackUrls', 'clients.*.logoutUrls'],
  expected: 'https, or the scheme of an app',
  why: 'A callback carries the code that becomes tokens. AWS allows http://localhost for testing only: there, any program on the machine of a user may listen.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-app-idp-settings.html',
  remediation: 'Use an https address; keep localhost to development environments.',
  broken: (environment) =>
    clientsOf(environment).flatMap(({ client, path }) =>
      (['callbackUrls', 'logoutUrls'] as const).flatMap((list) =>
        (client[list] ?? []).flatMap((url, index) =>
          url?.startsWith('http:') ? [[...path, list, index]] : [],
        ),
      ),
    ),
};
