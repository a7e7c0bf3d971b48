import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const passwordInRequest = postureRule({
  id: 'password-in-request',
  severity: 'high',
  title: 'Password sent in sign-in requests',
  why: 'USER_PASSWORD_AUTH sends the password itself, so proxies and logs on the way can keep it; SRP proves it without sending it. The administrator’s flow needs AWS credentials too, so it is medium.',
  remediation: 'Use ALLOW_USER_SRP_AUTH, or managed login pages.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html',
  fields: ['clients.*.authFlows.userPassword'],
  find: ({ clients }) =>
    violations('app client', clients, ({ authFlows }) => {
      const flows = knownItems(authFlows);
      const byUser = flows.filter((flow) => /^(ALLOW_)?USER_PASSWORD_AUTH$/.test(flow));
      const byAdmin = flows.filter((flow) => /^(ALLOW_ADMIN_USER_PASSWORD_AUTH|ADMIN_NO_SRP_AUTH)$/.test(flow));
      const after = [...byUser, ...byAdmin].join(', ');
      if (byUser.length > 0) return { message: 'Proxies and logs on the way can keep users’ passwords.', after };
      const message = 'A server receives users’ passwords and sends them on.';
      return { when: byAdmin.length > 0, severity: 'medium', message, after };
    }),
});
