import { type Permission } from './permissions';

/** A secret that a function reads when it runs. Made by `Secret`. */
export interface Secret {
  /** What the function gets as its variable; never the value. */
  readonly arn: string;
  /** What its role needs to read the value. */
  readonly permissions: readonly Permission[];
}

interface Encrypted {
  /**
   * ARN of the customer managed key that encrypts it.
   * @default - AWS's own key, which needs no permission
   */
  readonly keyArn?: string;
}

/**
 * A secret by reference: the function gets its ARN and the right to read it, and asks AWS for the value. So the value is
 * neither in Terraform's state nor among the variables that everyone who may look at the function sees.
 */
export const Secret = {
  /** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
  secretsManager({ arn }: { readonly arn: string }, { keyArn }: Encrypted = {}): Secret {
    return { arn, permissions: read('ReadSecret', 'secretsmanager:GetSecretValue', arn, keyArn) };
  },

  /**
   * A SecureString parameter of Systems Manager. Its ARN is what GetParameter takes as `Name`.
   *
   * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
   */
  parameter({ arn }: { readonly arn: string }, { keyArn }: Encrypted = {}): Secret {
    return { arn, permissions: read('ReadParameter', 'ssm:GetParameter', arn, keyArn) };
  },
} as const;

function read(sid: string, action: string, arn: string, keyArn: string | undefined): Permission[] {
  const permission = { sid, actions: [action], resources: [arn] };
  return keyArn === undefined
    ? [permission]
    : [permission, { sid: 'DecryptSecret', actions: ['kms:Decrypt'], resources: [keyArn] }];
}
