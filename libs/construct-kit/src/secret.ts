import { DataAwsSecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/data-aws-secretsmanager-secret-version';
import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { Fn, propertyAccess, Token } from 'cdktf';
import { type Construct } from 'constructs';
import { accountOf } from './account';
import { checkText } from './check';
import { describe } from './construct-error';
import { isLate } from './late';
import { type Permission } from './permission';
import { regionOf } from './region';
import { nameInTerraform } from './terraform-name';

/** A secret by reference, which exists before anything here reads it. Made by `Secret`. */
export interface Secret {
  /** What a function gets as its variable; never the value. */
  readonly arn: string;
  /** What a role needs to read the value. */
  readonly permissions: readonly Permission[];
  /**
   * The value, for an argument of AWS that takes no reference. Terraform reads it at each plan, shows it to nobody, and keeps it in
   * its state: who may read the state may read the secret.
   *
   * @param name of the data source in Terraform
   * @throws ConstructError for what is no ARN of such a secret, and for a field without a name. Synthesis fails for a secret of
   *   another region than the stack's.
   */
  value(scope: Construct, name: string): string;
}

interface Encrypted {
  /**
   * ARN of the customer managed key that encrypts it.
   * @default - AWS's own key, which needs no permission
   */
  readonly keyArn?: string;
}

interface Json extends Encrypted {
  /**
   * The one of its fields whose value is meant, where the secret is JSON: `client_secret`. A function gets the whole secret.
   * @default - the whole secret
   */
  readonly field?: string;
}

/**
 * A secret by reference. A function gets its ARN and the right to read it, and asks AWS for the value, so the value is neither in
 * Terraform's state nor among the variables that everyone who may look at the function sees. What AWS wants to have as a value, such as
 * the client secret of an identity provider, Terraform reads itself.
 *
 * @example
 * users.addGoogle('google', { clientId, clientSecret: Secret.secretsManager({ arn }, { field: 'client_secret' }) });
 */
export const Secret = {
  /** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
  secretsManager({ arn }: { readonly arn: string }, { keyArn, field }: Json = {}): Secret {
    return {
      arn,
      permissions: read('ReadSecret', 'secretsmanager:GetSecretValue', arn, keyArn),
      value(scope, name) {
        checkArn(scope, 'secretsManager', arn);
        if (field !== undefined) checkField(scope, field);
        const { secretString } = nameInTerraform(
          new DataAwsSecretsmanagerSecretVersion(scope, 'secret', { secretId: arn }),
          name,
        );
        return field === undefined
          ? secretString
          : Token.asString(propertyAccess(Fn.jsondecode(secretString), [field]));
      },
    };
  },

  /**
   * A SecureString parameter of Systems Manager.
   *
   * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
   */
  parameter({ arn }: { readonly arn: string }, { keyArn }: Encrypted = {}): Secret {
    return {
      arn,
      permissions: read('ReadParameter', 'ssm:GetParameter', arn, keyArn),
      value(scope, name) {
        checkArn(scope, 'parameter', arn);
        const props = { name: parameterName(scope, arn), withDecryption: true };
        return nameInTerraform(new DataAwsSsmParameter(scope, 'secret', props), name).value;
      },
    };
  },
} as const;

/** Both take a reference that is written by hand, `${var.arn}`. */
const arns = {
  secretsManager: {
    pattern: /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+$|\$\{/,
    expected: 'the ARN of a secret: arn:aws:secretsmanager:<region>:<account>:secret:<name>-<6 characters>',
  },
  parameter: {
    pattern: /^arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/\S+$|\$\{/,
    expected: 'the ARN of a parameter: arn:aws:ssm:<region>:<account>:parameter/<name>',
  },
} as const;

function checkArn(scope: Construct, kind: keyof typeof arns, arn: string): void {
  const prop = `Secret.${kind}, arn`;
  checkText(scope, arn, { prop, ...arns[kind], fix: 'Copy it from the console of AWS' });
  scope.node.addValidation({ validate: () => inOtherRegion(scope, prop, arn) });
}

/** AWS looks for a secret in the region that is asked alone. */
function inOtherRegion(scope: Construct, prop: string, arn: string): string[] {
  const region = regionOf(scope);
  if (region === undefined || isLateArn(arn) || arn.split(':')[3] === region) return [];
  const expected = `an ARN of ${region}, where the stack asks AWS for the value`;
  const fix = `Keep the secret in ${region} too, or correct the region in the ARN`;
  return [describe({ prop, expected, found: arn, fix })];
}

/** Known when Terraform runs, also as a reference that is written by hand: `${var.arn}`. */
const isLateArn = (arn: string): boolean => isLate(arn) || arn.includes('${');

const checkField = (scope: Construct, field: string): void =>
  checkText(scope, field, {
    prop: 'Secret.secretsManager, field',
    pattern: /^(?=.*\S)(?!.*[$%]\{)[^"\\\p{Cc}]+$/u,
    expected: 'the name of a field of the JSON in the secret, without quotes, backslashes, ${ and %{',
    fix: 'Name it, or leave it out where the secret is the value itself',
  });

function read(sid: string, action: string, arn: string, keyArn: string | undefined): Permission[] {
  const permission = { sid, actions: [action], resources: [arn] };
  return keyArn === undefined
    ? [permission]
    : [permission, { sid: 'DecryptSecret', actions: ['kms:Decrypt'], resources: [keyArn] }];
}

/**
 * The name of a parameter of the stack's own account: `arn:...:parameter/acme/google` is `/acme/google`, `arn:...:parameter/google` is
 * `google`. One that another account shares has no name here, so AWS is asked for its ARN.
 */
function parameterName(scope: Construct, arn: string): string {
  if (isLateArn(arn) || arn.split(':')[4] !== accountOf(scope)) return arn;
  const name = arn.replace(/^arn:[^/]*:parameter\//, '');
  return name.includes('/') ? `/${name}` : name;
}
