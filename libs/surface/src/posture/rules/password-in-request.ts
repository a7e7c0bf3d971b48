import { appClients } from '../clients';
import { knownItems } from '../known';
import { postureRule, type Violation } from '../../findings/rule';

export const passwordInRequest = postureRule({
  id: 'password-in-request',
  severity: 'high',
  title: 'A client that sends the password itself',
  why: 'USER_PASSWORD_AUTH sends the password, so every log and proxy on the way may keep it; SRP proves it without sending it. The administrator’s flow needs AWS credentials as well, so it weighs less.',
  remediation: 'Use ALLOW_USER_SRP_AUTH, or sign-in pages.',
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
        return [{ at: client, subject, message: 'Users send it their passwords.', after: found }];
      return byAdmin.length === 0
        ? []
        : [
            {
              at: client,
              subject,
              severity: 'medium',
              message: 'A server sends it users’ passwords.',
              after: found,
            },
          ];
    }),
});
