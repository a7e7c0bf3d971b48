import { isWhole, knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const machineClientGrants = refusalRule({
  id: 'machine-client-grants',
  severity: 'high',
  title: 'Client credentials without secret or with another grant',
  why: 'With client_credentials an app gets tokens for itself, by its secret. A client that signs users in is another client.',
  remediation:
    'Give the client a secret with generateSecret (generate_secret), and let clientCredentials (client_credentials) be its only grant.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  find: ({ clients }) =>
    violations('app client', clients, ({ oauthFlows, hasSecret }) => {
      if (!knownItems(oauthFlows).includes('client_credentials')) return undefined;
      const others = knownItems(oauthFlows).filter((flow) => flow !== 'client_credentials');
      return [
        { when: hasSecret === false, message: 'Cognito refuses client_credentials for a client without a secret.' },
        {
          when: others.length > 0,
          message: `Cognito refuses client_credentials together with ${others.join(' and ')}.`,
          after: isWhole(oauthFlows) ? oauthFlows.join(', ') : '',
        },
      ];
    }),
});
