import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const contextDataWithoutSecret = refusalRule({
  id: 'context-data-without-secret',
  severity: 'high',
  title: 'User context data without a client secret',
  why: 'Only a server of your own, which proves itself by the secret, may say which address a user signs in from.',
  remediation:
    'Give the client a secret with generateSecret (generate_secret), or leave out propagateUserContext (enable_propagate_additional_user_context_data).',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  find: ({ clients }) =>
    violations(
      'app client',
      clients.filter(({ propagatesContext, hasSecret }) => propagatesContext === true && hasSecret === false),
      'Cognito refuses user context data from a client without a secret.',
    ),
});
