import {
  type CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Surface, surfaceFromState, type TerraformState } from '@gatehouse/surface';
import { type Stack, Terraform, type TerraformBinary } from '@gatehouse/terraform';
import { type ClientSecret, type Gateway, publishedKeys, startGateway, type TokenSigner } from '../gateway';

export interface ServeOptions {
  readonly terraform: TerraformBinary;
  readonly stacks: readonly Stack[];
  /** Where the emulator answers. */
  readonly endpoint: string;
  readonly cognito: CognitoIdentityProviderClient;
  readonly signer: TokenSigner;
  readonly port: number;
  readonly onAccessLog: (line: string) => void;
}

/** Serves what Terraform applied to these stacks. */
export async function serve(options: ServeOptions): Promise<Gateway> {
  return startGateway({
    surface: await appliedSurface(options.terraform, options.stacks),
    port: options.port,
    keys: publishedKeys(options.endpoint),
    signer: options.signer,
    clientSecret: secretOf(options.cognito),
    functionRoots: options.stacks.map(({ directory }) => directory),
    onAccessLog: options.onAccessLog,
    onRefusal: options.onAccessLog,
  });
}

/** What is in force: the applied state of every stack, read together. */
export async function appliedSurface(binary: TerraformBinary, stacks: readonly Stack[]): Promise<Surface> {
  const states = await Promise.all(
    stacks.map(async (stack) => [stack.name, await new Terraform({ binary, stack }).showState()] as const),
  );
  return surfaceFromState(Object.fromEntries(states) as Record<string, TerraformState>);
}

/** A surface never holds a secret, so it is asked of Cognito. */
function secretOf(cognito: CognitoIdentityProviderClient): ClientSecret {
  return async ({ id, userPoolId }) => {
    const { UserPoolClient } = await cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: id }),
    );
    return UserPoolClient?.ClientSecret;
  };
}
