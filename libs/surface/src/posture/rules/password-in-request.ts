import { appClients } from '../clients';
import { knownItems } from '../known';
import { postureRule, type Violation } from '../../findings/rule';

export const passwordInRequest = postureRule({
  id: 'password-in-request',
  severity: 'high',
  title: 'Password sent in sign-in requests',
  why: 'USER_PASSWORD_AUTH sends the password itself, so proxies and logs on the way can keep it; SRP proves it without sending it. The administrator’s flow needs AWS credentials too, so it is medium.',
  remediation: 'Use ALLOW_USER_SRP_AUTH, or managed login pages.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
  fields: ['clients.*.authFlows.userPassword'],
  find: (surface) =>
    appClients(surface).flatMap(({ client, subject }): Violation[] => {
      const flows = knownItems(client.authFlows);
      const byUser = flows.filter((flow) => /^(ALLOW_)?USER_PASSWORD_AUTH$/.test(flow));
      const byAdmin = flows.filter((flow) =>
        /^(ALLOW_ADMIN_USER_PASSWORD_AUTH|ADMIN_NO_SRP_AUTH)$/.test(flow),
      );
      const found = [...byUser, ...byAdmin].join(', ');
      if (byUser.length > 0)
        return [
          {
            at: client,
            subject,
            message: 'Proxies and logs on the way can keep users’ passwords.',
            after: found,
          },
        ];
      return byAdmin.length === 0
        ? []
        : [
            {
              at: client,
              subject,
              severity: 'medium',
              message: 'A server receives users’ passwords and sends them on.',
              after: found,
            },
          ];
    }),
});
