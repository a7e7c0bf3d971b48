import { type PolicyDocument, type Principal } from '@gatehouse/policy';
import { type EmulatorFunction } from './function';
import { type Internal } from './internal';

/** Temporary credentials that the emulator issued. */
export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** ISO 8601 */
  readonly expiration: string;
}

/** Whose credentials they are, and the policies that hold for it at this moment. */
export interface Caller extends RoleCredentials {
  readonly principal: Extract<Principal, { type: 'session' }>;
  readonly accountId: string;
  /** `AROA...:<session name>` */
  readonly userId: string;
  /** Of an identity pool; null for functions and other roles. */
  readonly identity: CallerIdentity | null;
  /** Condition keys of another web identity, `accounts.google.com:sub`. */
  readonly federated: Readonly<Record<string, string | readonly string[]>>;
  /** Tags of the session and of the role: `aws:PrincipalTag/...`. */
  readonly tags: Readonly<Record<string, string>>;
  readonly policies: {
    readonly identity: readonly PolicyDocument[];
    readonly boundary: PolicyDocument | null;
    readonly session: readonly PolicyDocument[];
  };
}

/** An identity of an identity pool. */
export interface CallerIdentity {
  readonly id: string;
  readonly poolId: string;
  /** False for a guest. */
  readonly authenticated: boolean;
  /** `["authenticated", "cognito-idp.R.amazonaws.com/POOL", "cognito-idp.R.amazonaws.com/POOL:CognitoSignIn:SUB"]` */
  readonly amr: readonly string[];
  /** A guest who came by GetCredentialsForIdentity, not by STS: `guestSessionPolicies` hold too. */
  readonly capped: boolean;
}

/** Whose credentials an access key is of. @throws EmulatorRefusal when nobody has it */
export type CallerOf = (accessKeyId: string) => Promise<Caller>;

/**
 * Asks an emulator whose credentials an access key is of.
 *
 * @throws EmulatorRefusal InvalidClientTokenId when the emulator never issued that key; expired ones it knows.
 */
export const callerOf = (internal: Internal, accessKeyId: string): Promise<Caller> =>
  internal('caller', { accessKeyId });

/** Where deployed functions and integrations find AWS, and the credentials of their roles. */
export const awsOf = ({ internal, url }: { readonly internal: Internal; readonly url: string }) => ({
  endpoint: url,
  credentialsOf: (functionArn: string) => internal<RoleCredentials>('function-credentials', { functionArn }),
  functionOf: (functionArn: string, knownCode?: string) =>
    internal<EmulatorFunction>('function', { functionArn, knownCode }),
  credentialsOfRole: (roleArn: string, sourceArn: string) =>
    internal<RoleCredentials>('service-role-credentials', {
      ...{ roleArn, sourceArn, service: 'apigateway.amazonaws.com', seconds: 900 },
      // As CloudTrail shows it.
      sessionName: 'BackplaneAssumeRoleSession',
    }),
});

/** Credentials of a role. */
export const roleCredentials = (
  internal: Internal,
  request: { readonly roleArn: string; readonly sessionName: string; readonly seconds: number },
): Promise<RoleCredentials> => internal('role-credentials', request);
