import { devNull } from 'node:os';
import { type Rights } from '@gatehouse/rights';
import { emulatorEndpoint, type StackConfig } from '../stack-config';

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What AWS knows of who runs Terraform. */
export interface Asked {
  /** Name of the role whose credentials these are. @returns nothing for a user, and without credentials */
  role(): Promise<string | undefined>;
  /** What the last bootstrap gave to the environment's roles. @returns nothing where it left no record */
  record(key: string): Promise<Rights | undefined>;
}

interface Backend {
  readonly bucket: string;
  readonly region: string;
  readonly endpoints?: { readonly s3?: string; readonly sts?: string };
}

/**
 * @param credentials @default - those that Terraform uses; none for an emulator, to which nobody's own are sent
 * @returns nothing when the state is not in S3
 */
export function askAws(config: StackConfig, credentials?: Credentials): Asked | undefined {
  const backend = config.terraform?.backend?.['s3'] as Backend | undefined;
  const emulator = emulatorEndpoint(config);
  if (backend === undefined || (emulator !== undefined && credentials === undefined)) return undefined;
  const settings = {
    region: backend.region,
    ...(emulator !== undefined && { endpoint: emulator, credentials, configFilepath: devNull }),
  };
  return {
    role: () => roleOf(settings),
    record: (key) => readRecord({ ...settings, forcePathStyle: emulator !== undefined }, backend.bucket, key),
  };
}

async function roleOf(settings: object): Promise<string | undefined> {
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
  const client = new STSClient(settings);
  try {
    const { Arn = '' } = await client.send(new GetCallerIdentityCommand({}));
    return /:assumed-role\/([^/]+)\//.exec(Arn)?.[1];
  } catch {
    // Terraform asks next, and says what is wrong with the credentials.
    return undefined;
  } finally {
    client.destroy();
  }
}

async function readRecord(settings: object, Bucket: string, Key: string): Promise<Rights | undefined> {
  const { GetObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const client = new S3Client(settings);
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? '') as Rights;
  } catch (error) {
    // A role of an older bootstrap may not read it: it has none.
    if (['NoSuchKey', 'AccessDenied', 'Forbidden'].includes((error as Error).name)) return undefined;
    if (error instanceof SyntaxError) return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}
