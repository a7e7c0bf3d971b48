import { CognitoIdentityPoolProviderPrincipalTag } from '@cdktf/provider-aws/lib/cognito-identity-pool-provider-principal-tag';
import { check, type IUserPool, type IUserPoolClient, nameInTerraform } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type Claim, claimName } from './claim';
import { type Login } from './login';

/**
 * Names of tags, each with the claim that it has the value of: `{ team: users.attribute('team') }`.
 * @example principalTags: { tenant: users.attribute('tenant') }
 */
export type PrincipalTags = Readonly<Record<string, Claim>>;

export interface TaggedSessions {
  readonly identityPoolId: string;
  readonly clients: readonly IUserPoolClient[];
  readonly logins: readonly Login[];
  readonly tags: PrincipalTags | 'default';
}

/**
 * Tags sessions by the tokens of each user pool of the clients, and of each login.
 *
 * @throws ConstructError for more than 50 tags, and for names that AWS refuses.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/using-afac-with-cognito-identity-pools.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_identity_pool_provider_principal_tag
 */
export function addPrincipalTags(scope: Construct, name: string, sessions: TaggedSessions): void {
  const { clients, identityPoolId, logins, tags } = sessions;
  const userPools = [...new Set(clients.map(({ userPool }) => userPool))];
  if (tags !== 'default') checkTags(scope, tags, userPools);
  const configOf = (userPool?: IUserPool) => (tags === 'default' ? defaults : custom(tagsFrom(tags, userPool)));
  const sources = new Map([
    ...userPools.map((pool) => [pool.endpoint, configOf(pool)] as const),
    ...logins.map(({ providerName }) => [providerName, configOf()] as const),
  ]);
  const tagged = [...sources].filter(([, config]) => config !== undefined);
  for (const [index, [identityProviderName, config]] of tagged.entries()) {
    const own = index === 0 ? name : `${name}_${index + 1}`;
    const resource = new CognitoIdentityPoolProviderPrincipalTag(scope, `Tags${index || ''}`, {
      identityPoolId,
      identityProviderName,
      ...config,
    });
    nameInTerraform(resource, own);
  }
}

/** Which tags AWS then makes is not written here, so that what it answers is no change. */
const defaults = { useDefaults: true, lifecycle: { ignoreChanges: ['principal_tags'] } };

const custom = (principalTags: Record<string, string>) =>
  Object.keys(principalTags).length === 0 ? undefined : { useDefaults: false, principalTags };

/** Attributes of another user pool are no claims of these tokens. */
function tagsFrom(tags: PrincipalTags, userPool?: IUserPool): Record<string, string> {
  const own = Object.entries(tags).flatMap(([tag, claim]) => {
    if (typeof claim === 'string') return [[tag, claim]];
    return claim.userPool === userPool ? [[tag, claim.attributeName]] : [];
  });
  return Object.fromEntries(own);
}

function checkTags(scope: Construct, tags: PrincipalTags, userPools: readonly IUserPool[]): void {
  const names = Object.keys(tags);
  check(scope, names.length > 0 && names.length <= 50, {
    prop: 'principalTags',
    expected: '1 to 50 tags',
    found: names.length,
    fix: 'Leave out principalTags for none',
  });
  for (const [tag, given] of Object.entries(tags)) {
    const claim = claimName(scope, `principalTags["${tag}"]`, given, userPools);
    check(scope, /^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu.test(tag), {
      prop: `principalTags["${tag}"]`,
      expected: 'a name of 1 to 128 letters, digits, spaces and _ . : / = + - @ that does not begin with aws:',
      found: tag,
      fix: 'Rename the tag',
    });
    check(scope, claim.length > 0 && claim.length <= 256, {
      prop: `principalTags["${tag}"]`,
      expected: 'a claim of the ID token, such as sub or custom:team',
      found: claim,
      fix: 'Name the claim',
    });
  }
}
