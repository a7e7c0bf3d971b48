import { devNull } from 'node:os';
import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { emulatorEndpoint, type StackConfig } from '../stack-config';
import { signedRequest } from './signed-request';

/** The AWS that a stack's provider talks to. */
export interface AwsHere {
  readonly region: string;
  /** Of an emulator. @default - AWS */
  readonly endpoint?: string;
  readonly cognito: CognitoIdentityProviderClient;
  /** `GET` of API Gateway, such as `/restapis`; throws what it refuses. */
  apiGateway<T>(path: string, query?: Readonly<Record<string, string>>): Promise<T>;
  /** An action of identity pools, such as `ListIdentityPools`; throws what it refuses. */
  identityPools<T>(action: string, input: object): Promise<T>;
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
  // The SDK's client of Cognito knows whose credentials these are.
  const signed = { region, endpoint, credentials: () => cognito.config.credentials() };
  return {
    ...{ region, endpoint, cognito },
    apiGateway: (path, query) =>
      // Without `accept` it answers in HAL.
      signedRequest(signed, { service: 'apigateway', path, query, headers: { accept: 'application/json' } }),
    identityPools: (action, input) =>
      signedRequest(signed, {
        ...{ service: 'cognito-identity', path: '/', body: JSON.stringify(input) },
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': `AWSCognitoIdentityService.${action}`,
        },
      }),
  };
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
