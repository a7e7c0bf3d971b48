import { join } from 'node:path';
import { Secret, type UserPool } from '@gatehouse/cognito';
import { groupScopes, linkAccounts, messagesByLanguage } from '../src/index';

const clientSecret = Secret.secretsManager({
  arn: 'arn:aws:secretsmanager:eu-west-1:111111111111:secret:social-AbCdEf',
});

/** The least that makes each pattern, by its name; `minimal/<name>.json` is what a pool with it becomes. */
export const minimal: Readonly<Record<string, (users: UserPool) => unknown>> = {
  groupScopes: (users) => {
    const reports = users.addResourceServer('reports', { identifier: 'reports', scopes: { read: 'Read reports' } });
    users.addGroup('readers');
    groupScopes(users, { readers: [reports.scope('read')] });
  },
  linkAccounts: (users) =>
    linkAccounts(users, { providers: [users.addGoogle('google', { clientId: 'acme', clientSecret })] }),
  messagesByLanguage: (users) =>
    messagesByLanguage(
      users,
      { en: { verification: { emailSubject: 'Code', emailBody: '{####}' } } },
      { fallback: 'en' },
    ),
};

/** What Terraform reads of a pattern. */
export const expectedIn = (name: string): string => join(__dirname, 'minimal', `${name}.json`);
