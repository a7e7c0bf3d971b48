import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Surface } from '@gatehouse/surface';
import { type Stack } from '@gatehouse/terraform';
import { apiKeyValues } from './api-keys';
import { inWorkspace } from '../workspace';
import { type ClientSecret, type Gateway, publishedKeys, startGateway, type TokenSigner } from '../gateway';

export interface ServeOptions {
  /** What Terraform applied. */
  readonly surface: Surface;
  readonly stacks: readonly Stack[];
  /** Where the emulator answers. */
  readonly endpoint: string;
  readonly region: string;
  readonly clientSecret: ClientSecret;
  readonly signer: TokenSigner;
  readonly port: number;
  readonly onAccessLog: (line: string) => void;
}

/** Serves what is applied; functions come from the folders of their stacks. */
export async function serve(options: ServeOptions): Promise<Gateway> {
  return startGateway({
    surface: options.surface,
    port: options.port,
    keys: publishedKeys(options.endpoint),
    signer: options.signer,
    clientSecret: options.clientSecret,
    apiKeyValue: apiKeyValues(options.endpoint, options.region),
    functionRoots: options.stacks.map(({ directory }) => directory),
    services: inWorkspace('apps'),
    awsEndpoint: options.endpoint,
    onAccessLog: options.onAccessLog,
    onRefusal: options.onAccessLog,
  });
}

/** A surface never holds a secret, so it is asked of Cognito. */
export function secretOf(cognito: CognitoIdentityProviderClient): ClientSecret {
  return async ({ id, userPoolId }) => {
    const { UserPoolClient } = await cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: id }),
    );
    return UserPoolClient?.ClientSecret;
  };
}
