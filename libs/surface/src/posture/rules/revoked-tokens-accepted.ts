import { violations } from '../../findings/violations';
import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';

export const revokedTokensAccepted = postureRule({
  id: 'revoked-tokens-accepted',
  severity: 'medium',
  title: 'Revoked tokens accepted',
  why: 'Without the server-side token check, the token of a user who was signed out or disabled still gets AWS credentials until it expires.',
  remediation: 'Leave serverSideTokenCheck on (set server_side_token_check to true).',
  page: 'https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html',
  find: ({ identityPools }) =>
    violations(
      'identity pool',
      identityPools.filter(({ userPoolClients }) =>
        knownItems(userPoolClients).some(({ serverSideTokenCheck }) => serverSideTokenCheck === false),
      ),
      'Users who were signed out or disabled can still get AWS credentials.',
    ),
});
