import { servesUsers } from '../clients';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const tokenRevocationOff = postureRule({
  id: 'token-revocation-off',
  severity: 'high',
  title: 'Token revocation off',
  why: 'Without token revocation, a stolen refresh token can be used for new tokens until it expires, even after the user signed out.',
  remediation: 'Leave tokenRevocation on (set enable_token_revocation to true).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/token-revocation.html',
  find: ({ clients }) =>
    violations(
      'app client',
      clients.filter((client) => client.tokenRevocation === false && servesUsers(client)),
      'Anyone who steals a refresh token can use it until it expires.',
    ),
});
