import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { UserError } from '@gatehouse/cli-kit';

// Versions are pinned; what later versions will require is not news for a user.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

/** Where AWS, or an emulator of it, is called. */
export interface AwsPlace {
  readonly region: string;
  readonly endpoint?: string;
}

/** The services that know what exists already. */
export interface Aws {
  readonly s3: S3Client;
  readonly kms: KMSClient;
  readonly iam: IAMClient;
}

export function awsClients(place: AwsPlace): Aws {
  const settings = settingsOf(place);
  return {
    s3: new S3Client({ ...settings, forcePathStyle: place.endpoint !== undefined }),
    kms: new KMSClient(settings),
    iam: new IAMClient(settings),
  };
}

/** Who the credentials belong to. */
export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** @throws UserError without credentials that AWS takes */
export async function whoAmI(place: AwsPlace): Promise<Caller> {
  try {
    const { Account, Arn } = await new STSClient(settingsOf(place)).send(new GetCallerIdentityCommand({}));
    return { account: Account ?? '', arn: Arn ?? '' };
  } catch (cause) {
    const { message, name } = cause as Error;
    throw new UserError(
      place.endpoint === undefined
        ? `AWS does not say whose credentials these are (${name}: ${message}).\n` +
            'Sign in to the account to bootstrap as one of its administrators: for example "aws sso login", then AWS_PROFILE=<profile>.'
        : `The AWS emulator at ${place.endpoint} does not answer (${message || name}): start it, ` +
            'or set GATEHOUSE_AWS_ENDPOINT to the address of the one that runs.',
      { cause },
    );
  }
}

/** An emulator takes any credentials; the user's own must never be sent to it. */
function settingsOf({ region, endpoint }: AwsPlace) {
  const emulated = { endpoint, credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' } };
  return { region, ...(endpoint !== undefined && emulated) };
}

/** What AWS answers; nothing when it answers with one of these errors, which say that there is nothing. */
export async function unlessMissing<T>(codes: readonly string[], ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isAwsError(error, ...codes)) return undefined;
    throw error;
  }
}

/** Whether AWS answered with one of these errors, by its code. */
export const isAwsError = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && codes.includes(error.name);
