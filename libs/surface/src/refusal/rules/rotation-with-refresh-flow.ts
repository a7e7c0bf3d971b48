import { isEmpty, knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const rotationWithRefreshFlow = refusalRule({
  id: 'rotation-with-refresh-flow',
  severity: 'high',
  title: 'Refresh token rotation with the old refresh flow',
  why: 'ALLOW_REFRESH_TOKEN_AUTH renews sessions without a new refresh token, which rotation is there to end.',
  remediation:
    'Set authFlows (explicit_auth_flows without ALLOW_REFRESH_TOKEN_AUTH); apps renew with GetTokensFromRefreshToken or the token endpoint.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html',
  find: ({ clients }) =>
    violations(
      'app client',
      clients.filter(({ refreshRotation }) => refreshRotation === true),
      ({ authFlows }) => [
        {
          when: knownItems(authFlows).includes('ALLOW_REFRESH_TOKEN_AUTH'),
          message: 'Cognito refuses refresh token rotation together with ALLOW_REFRESH_TOKEN_AUTH.',
        },
        {
          when: isEmpty(authFlows),
          message:
            'Cognito refuses refresh token rotation without explicit_auth_flows, because its own have ALLOW_REFRESH_TOKEN_AUTH.',
        },
      ],
    ),
});
