import { createHash, createHmac } from 'node:crypto';
import { devNull } from 'node:os';
import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { emulatorEndpoint, type StackConfig } from '../stack-config';

/** The AWS that a stack's provider talks to. */
export interface AwsHere {
  readonly region: string;
  /** Of an emulator. @default - AWS */
  readonly endpoint?: string;
  readonly cognito: CognitoIdentityProviderClient;
  /** `GET` of API Gateway, such as `/restapis`; throws what it refuses. */
  apiGateway<T>(path: string, query?: Readonly<Record<string, string>>): Promise<T>;
}

/**
 * @param provider a block of the AWS provider
 * @throws Error where it takes other credentials than those that are here, since what they do not see is not gone, or its region is not known
 */
export async function awsHere(config: StackConfig, provider: Readonly<Record<string, unknown>>): Promise<AwsHere> {
  const { region } = provider;
  if (typeof region !== 'string' || region.includes('${')) throw new Error('the region of its provider is not known');
  const endpoint = emulatorEndpoint(config);
  if (endpoint === undefined && OTHER_CREDENTIALS.some((name) => provider[name] !== undefined)) {
    throw new Error('its provider takes other credentials than are here');
  }
  const { CognitoIdentityProviderClient } = await import('@aws-sdk/client-cognito-identity-provider');
  const emulated = {
    endpoint,
    // A person's own are never sent to an emulator.
    credentials: { accessKeyId: 'emulator', secretAccessKey: 'emulator' },
    configFilepath: devNull,
  };
  const cognito = new CognitoIdentityProviderClient({ region, ...(endpoint !== undefined && emulated) });
  const apiGateway = <T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> =>
    ask<T>({ region, endpoint, cognito }, path, query);
  return { region, endpoint, cognito, apiGateway };
}

/** Arguments of the provider. https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#argument-reference */
const OTHER_CREDENTIALS = [
  'access_key',
  'assume_role',
  'assume_role_with_web_identity',
  'profile',
  'shared_config_files',
  'shared_credentials_files',
];

/** The SDK's client of Cognito knows whose credentials these are. */
async function ask<T>(
  { cognito, endpoint, region }: Omit<AwsHere, 'apiGateway'>,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<T> {
  const { SignatureV4 } = await import('@smithy/signature-v4');
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  const url = new URL(path, endpoint ?? `https://apigateway.${region}.amazonaws.com${suffix}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const credentials = await cognito.config.credentials();
  const signer = new SignatureV4({ service: 'apigateway', region, credentials, sha256: Sha256 });
  const { headers } = await signer.sign({
    ...{ method: 'GET', protocol: url.protocol, hostname: url.hostname, path: url.pathname, query: { ...query } },
    // Without `accept` it answers in HAL.
    headers: { host: url.host, accept: 'application/json' },
  });
  const response = await fetch(url, { headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`API Gateway answered ${response.status} to GET ${path}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as T;
}

/** What a signature is computed with. */
class Sha256 {
  private readonly hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Buffer);
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.hash.update(data as Buffer);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.hash.digest());
  }
}
