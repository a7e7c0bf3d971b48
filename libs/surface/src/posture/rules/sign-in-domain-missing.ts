import type { Unknown, UserPoolClient } from '../../model';
import { domainLack, poolFinder } from '../../model/pool-member';
import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const signInDomainMissing = postureRule({
  id: 'sign-in-domain-missing',
  severity: 'high',
  title: 'OAuth, federation or verification links without a sign-in domain',
  why: 'Sign-in pages, the token endpoint, the way back from an identity provider and the links that verify an address are at the domain of the user pool. Cognito accepts the settings without one, and nothing answers. Not evaluated at tier local, where `npm start` serves that host.',
  remediation:
    'Give the pool a domain with addDomain (aws_cognito_user_pool_domain). If another configuration has it, suppress the finding and name it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html',
  find: (surface, tier) => {
    if (tier === 'local') return [];
    const [poolOf, lacksDomain] = [poolFinder(surface), domainLack(surface)];
    return [
      ...violations('user pool', surface.userPools, (pool) => ({
        when: pool.emailVerification === 'CONFIRM_WITH_LINK' && lacksDomain(pool),
        message: 'Links that verify email addresses lead nowhere, because the pool has no domain.',
      })),
      ...violations('app client', surface.clients, (client) => {
        const pool = poolOf(client);
        const [use] = usesOf(client);
        return {
          when: use !== undefined && pool !== undefined && lacksDomain(pool),
          message: `Nothing answers ${use}, because the pool has no domain.`,
        };
      }),
    ];
  },
});

function usesOf({ oauthEnabled, oauthFlows, identityProviders }: UserPoolClient<Unknown>): readonly string[] {
  const flows = oauthEnabled === true ? knownItems(oauthFlows) : [];
  const providers = knownItems(identityProviders).filter((provider) => provider !== 'COGNITO');
  return [
    ...(providers.length > 0 ? [`sign-ins with ${providers.join(', ')}`] : []),
    ...(flows.length > 0 ? [`the grant ${flows.join(', ')}`] : []),
  ];
}
