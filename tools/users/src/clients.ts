import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { UserError } from '@gatehouse/cli-kit';
import { type KmsSettings } from './file/envelope';

export interface Place {
  readonly region: string;
  /** Of an emulator. */
  readonly endpoint?: string;
}

export interface Clients {
  readonly cognito: CognitoIdentityProviderClient;
  readonly kms: KmsSettings;
}

/** Of a user pool; its id begins with its region. */
export const regionOf = (userPoolId: string): string => userPoolId.split('_')[0]!;

/** Clients with the role of an export or import. */
export function clientsAs(roleArn: string, { endpoint, region }: Place): Clients {
  // An emulator takes any credentials; the user's own must never be sent to it.
  const emulated = { endpoint, credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' } };
  const own = { region, ...(endpoint !== undefined && emulated) };
  const credentials = remembered(() => assume(new STSClient(own), roleArn));
  // Ten tries are minutes: a rate that AWS refuses is waited out.
  const patient = { maxAttempts: 10, retryMode: 'adaptive' };
  return {
    cognito: new CognitoIdentityProviderClient({ region, endpoint, credentials, ...patient }),
    kms: { endpoint, credentials },
  };
}

async function assume(sts: STSClient, RoleArn: string) {
  try {
    const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'gatehouse-users' }));
    return {
      accessKeyId: Credentials!.AccessKeyId!,
      secretAccessKey: Credentials!.SecretAccessKey!,
      sessionToken: Credentials!.SessionToken!,
      expiration: Credentials!.Expiration!,
    };
  } catch (cause) {
    const { message, name } = cause as Error;
    throw new UserError(
      `The role ${RoleArn} cannot be assumed (${name}: ${message}). Sign in as one of those that it trusts: ` +
        '"trusted" of addUserExport or addUserImport in the stack.',
      { cause },
    );
  }
}

/** Asks anew five minutes before the credentials end. */
function remembered<T extends { readonly expiration: Date }>(ask: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return async () => {
    const ends = (await known?.catch(() => undefined))?.expiration;
    if (ends === undefined || ends.getTime() - Date.now() < 300_000) known = ask();
    return known!;
  };
}
