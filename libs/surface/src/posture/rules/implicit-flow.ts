import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const implicitFlow = postureRule({
  id: 'implicit-flow',
  severity: 'high',
  title: 'Implicit flow allowed',
  why: 'The implicit grant puts tokens into the URL, where history, extensions and the next page’s scripts read them. OAuth 2.1 has dropped it.',
  remediation: 'Allow only the flow "code"; apps in a browser use it with PKCE.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints-oauth-grants.html',
  find: ({ clients }) =>
    violations(
      'app client',
      clients.filter(
        ({ oauthEnabled, oauthFlows }) => oauthEnabled === true && knownItems(oauthFlows).includes('implicit'),
      ),
      'Anyone who sees the URL, in a history or a log, can read the tokens.',
    ),
});
