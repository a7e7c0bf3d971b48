import { emulatorEndpoint, type StackConfig } from './stack-config';
import { type Stack } from './stacks';

type About = Pick<Stack, 'app' | 'name'>;

/**
 * What keeps a command from AWS or from the state, in one sentence with what mends it.
 *
 * @param text what Terraform or the AWS SDK said when it read or wrote the state
 * @returns nothing for anything else
 */
export const stateProblem = (text: string, stack: About, config: StackConfig): string | undefined =>
  sentence([...CREDENTIALS, ...STATE], text, stack, config);

/** The same where the state is not what it is about, but a resource: only credentials can be known to be wrong. */
export const credentialsProblem = (text: string, stack: About, config: StackConfig): string | undefined =>
  sentence(CREDENTIALS, text, stack, config);

interface Facts {
  /** Of the environment. */
  readonly app: string;
  readonly stack: string;
  readonly bucket: string;
  readonly key: string;
  readonly kmsKey: string;
  /** Such as ` in account 111111111111`; empty when any is right. */
  readonly inAccount: string;
  /** The command that makes bucket and key. */
  readonly make: string;
}

interface Known {
  readonly said: RegExp;
  readonly sentence: (facts: Facts, text: string) => string;
}

const CREDENTIALS: readonly Known[] = [
  {
    said: /ExpiredToken|RequestExpired|InvalidGrantException|(token|session|credentials?) (has|have|is|are) expired/i,
    sentence: () =>
      'Your AWS credentials have expired: sign in again, e.g. with "aws sso login", and run this again; ' +
      'in a workflow run the job again.',
  },
  {
    said: /InvalidAccessKeyId|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch/,
    sentence: ({ app, inAccount }) =>
      `AWS does not know these credentials: sign in for ${app}${inAccount}, e.g. with AWS_PROFILE.`,
  },
  {
    said: /No valid credential sources found|CredentialsProviderError|Could not load credentials/,
    sentence: ({ app, inAccount }) =>
      `No AWS credentials were found: sign in for ${app}${inAccount}, e.g. with AWS_PROFILE.`,
  },
  {
    said: /AWS account ID not allowed/,
    sentence: ({ app, inAccount }, text) => {
      const [, found] = /not allowed: (\d+)/.exec(text) ?? [];
      return `These are credentials of ${found ? `account ${found}` : 'another account'}: sign in for ${app}${inAccount}.`;
    },
  },
];

// Terraform asks with HEAD, whose answer has no body: 400 is all that it hears about a key.
const STATE: readonly Known[] = [
  {
    said: /NoSuchBucket|S3 bucket "[^"]*" does not exist/,
    sentence: ({ bucket, inAccount, make }) =>
      `The state bucket ${bucket} does not exist${inAccount}: make it with "${make}".`,
  },
  {
    said: /KMS\.KMSInvalidStateException.*pending deletion/,
    sentence: ({ kmsKey, stack }) =>
      `The KMS key ${kmsKey} is about to be deleted, and the state of ${stack} cannot be read without it: keep it with ` +
      '"aws kms cancel-key-deletion --key-id <id>" and "aws kms enable-key --key-id <id>".',
  },
  {
    said: /KMS\.(NotFound|Disabled|KMSInvalidState)Exception|HeadObject, .*api error BadRequest/,
    sentence: ({ kmsKey, stack, inAccount, make }) =>
      `The KMS key ${kmsKey} of the state of ${stack} is missing or disabled${inAccount}: bring it back with "${make}".`,
  },
  {
    said: /(operation error S3|S3 bucket|kms:)[^]*(AccessDenied|Forbidden|not authorized)|^(AccessDenied|Forbidden)\b/,
    sentence: ({ app, stack, bucket, key }, text) => {
      const [, action] = /not authorized to perform: (\S+)/.exec(text) ?? [];
      return (
        `No access to the state of ${stack} (s3://${bucket}/${key}${action ? `; ${action} is missing` : ''}): ` +
        `sign in with a role that has it; "npx nx bootstrap bootstrap --environment=${app}" makes such roles.`
      );
    },
  },
];

function sentence(known: readonly Known[], text: string, stack: About, config: StackConfig): string | undefined {
  return known.find(({ said }) => said.test(text))?.sentence(factsOf(stack, config), text);
}

function factsOf({ app, name }: About, config: StackConfig): Facts {
  const { bucket, key, kms_key_id, allowed_account_ids } = (config.terraform?.backend?.['s3'] ?? {}) as {
    bucket?: string;
    key?: string;
    kms_key_id?: string;
    allowed_account_ids?: readonly string[];
  };
  return {
    app,
    stack: name,
    bucket: bucket ?? '',
    key: key ?? '',
    kmsKey: kms_key_id ?? '(of the bucket)',
    inAccount: allowed_account_ids === undefined ? '' : ` in account ${allowed_account_ids.join(' or ')}`,
    make: emulatorEndpoint(config) === undefined ? `npx nx bootstrap bootstrap --environment=${app}` : 'npm start',
  };
}
