import { type CognitoIdentityPool } from '@cdktf/provider-aws/lib/cognito-identity-pool';
import { CognitoIdentityPoolProviderPrincipalTag } from '@cdktf/provider-aws/lib/cognito-identity-pool-provider-principal-tag';
import { check, type IUserPool, type IUserPoolClient, nameInTerraform } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';

/** Names of tags, each with the claim of the ID token that it has the value of: `{ team: 'custom:team' }`. */
export type PrincipalTags = Readonly<Record<string, string>>;

/**
 * Tags sessions by the tokens of each user pool of the clients.
 *
 * @throws ConstructError for more than 50 tags, and for names that AWS refuses.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/using-afac-with-cognito-identity-pools.html
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_identity_pool_provider_principal_tag
 */
export function addPrincipalTags(
  scope: Construct,
  name: string,
  identityPool: CognitoIdentityPool,
  clients: readonly IUserPoolClient[],
  tags: PrincipalTags,
): void {
  checkTags(scope, tags);
  const pools = new Map<string, IUserPool>(clients.map(({ userPool }) => [userPool.endpoint, userPool]));
  for (const [index, { endpoint }] of [...pools.values()].entries()) {
    const own = index === 0 ? name : `${name}_${index + 1}`;
    const resource = new CognitoIdentityPoolProviderPrincipalTag(scope, `Tags${index || ''}`, {
      identityPoolId: identityPool.id,
      identityProviderName: endpoint,
      useDefaults: false,
      principalTags: { ...tags },
    });
    nameInTerraform(resource, own);
  }
}

function checkTags(scope: Construct, tags: PrincipalTags): void {
  const names = Object.keys(tags);
  check(scope, names.length > 0 && names.length <= 50, {
    prop: 'principalTags',
    expected: '1 to 50 tags',
    found: names.length,
    fix: 'Leave out principalTags for none',
  });
  for (const [tag, claim] of Object.entries(tags)) {
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
