import { IdentityPool, UserPool, UserPoolClient, UserPoolDomain } from '@gatehouse/cognito';
import { type EnvironmentStack } from '@gatehouse/platform';
import { type IConstruct } from 'constructs';

interface Output {
  readonly name: string;
  readonly value: string;
  readonly sensitive?: true;
}

/**
 * Publishes every user pool, client, domain and identity pool of a stack, after its construct's id: `partner_client_id`, and
 * `partner_client_secret` where there is one. The sample's pools `users` and `people` and its domain `domain` have
 * `user_pool_id`, `identity_pool_id`, `token_url`; others carry their id: `staff_user_pool_id`.
 */
export function publishIdentity(stack: EnvironmentStack): void {
  const outputs = stack.node.findAll().flatMap(outputsOf);
  for (const { name, sensitive, value } of outputs) {
    // What the stack has published itself stays.
    if (stack.node.tryFindChild(name) === undefined) stack.addOutput(name, value, { sensitive });
  }
}

function outputsOf(part: IConstruct): Output[] {
  const name = part.node.id.replaceAll('-', '_');
  if (part instanceof UserPool) {
    const prefix = name === 'users' ? '' : `${name}_`;
    return [
      { name: `${prefix}user_pool_id`, value: part.userPoolId },
      { name: `${prefix}user_pool_arn`, value: part.userPoolArn },
      { name: `${prefix}user_pool_endpoint`, value: part.endpoint },
    ];
  }
  if (part instanceof UserPoolClient) {
    const secret: Output[] = part.hasSecret
      ? [{ name: `${name}_client_secret`, value: part.clientSecret, sensitive: true }]
      : [];
    return [{ name: `${name}_client_id`, value: part.clientId }, ...secret];
  }
  if (part instanceof IdentityPool) {
    return [{ name: `${name === 'people' ? '' : `${name}_`}identity_pool_id`, value: part.identityPoolId }];
  }
  if (part instanceof UserPoolDomain) {
    return [{ name: `${name === 'domain' ? '' : `${name}_`}token_url`, value: part.tokenUrl }];
  }
  return [];
}
