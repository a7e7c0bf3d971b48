import { check, type Secret } from '@gatehouse/construct-kit';
import { Fn, Token } from 'cdktf';
import { type Construct } from 'constructs';
import { checkGiven, checkScopes } from './check-provider';
import { type Details } from './identity-provider';

/** What a pool is at a provider: an application with a secret, which asks for scopes. */
export interface Application {
  /** What the provider calls it, and so the props: `clientId` or `appId`. */
  readonly kind: 'app' | 'client';
  readonly id: string;
  readonly secret: Secret;
  readonly scopes: readonly string[];
  /** @default ' ' */
  readonly separator?: ',';
}

/** @throws ConstructError for an id that is empty, a secret in code, and scopes that make no list. */
export function applicationDetails(
  provider: Construct,
  terraformName: string,
  { kind, id, secret, scopes, separator }: Application,
): Details {
  checkGiven(provider, `${kind}Id`, id);
  checkScopes(provider, scopes);
  return {
    client_id: id,
    client_secret: secretSetting(provider, `${kind}Secret`, secret, terraformName),
    authorize_scopes: Token.isUnresolved(scopes)
      ? Fn.join(separator ?? ' ', [...scopes])
      : scopes.join(separator ?? ' '),
  };
}

/** A secret as Cognito takes it: by its value, which Terraform reads. @throws ConstructError for a text. */
export function secretSetting(provider: Construct, prop: string, secret: Secret, terraformName: string): string {
  // Synthesis does not check types.
  check(provider, typeof secret?.value === 'function', {
    prop,
    expected: 'a secret by reference, such as Secret.secretsManager({ arn })',
    // What was given may be the secret itself.
    found: undefined,
    fix: 'Put the secret into AWS Secrets Manager or Systems Manager, and name it here',
  });
  return secret.value(provider, terraformName);
}
