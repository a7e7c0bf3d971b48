import { check, type Secret } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';

/**
 * A secret as Cognito takes it: by its value, which Terraform reads.
 *
 * @throws ConstructError for a text: synthesis does not check types.
 */
export function secretSetting(provider: Construct, prop: string, secret: Secret, terraformName: string): string {
  check(provider, typeof secret?.value === 'function', {
    prop,
    expected: 'a secret by reference, such as Secret.secretsManager({ arn })',
    // What was given may be the secret itself.
    found: undefined,
    fix: 'Put the secret into AWS Secrets Manager or Systems Manager, and name it here',
  });
  return secret.value(provider, terraformName);
}
