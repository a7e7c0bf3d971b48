import { appClients, servesUsers } from '../clients';
import { postureRule } from '../../findings/rule';

export const tokenRevocationOff = postureRule({
  id: 'token-revocation-off',
  severity: 'high',
  title: 'Token revocation off',
  why: 'Without token revocation, a stolen refresh token can be used for new tokens until it expires, even after the user signed out.',
  remediation: 'Set enable_token_revocation to true.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html',
  find: (surface) =>
    appClients(surface)
      .filter(({ client }) => client.tokenRevocation === false && servesUsers(client))
      .map(({ client, subject }) => ({
        at: client,
        subject,
        message: 'Anyone who steals a refresh token can use it until it expires.',
      })),
});
