/** A request that the gateway answered, oldest first. */
export interface RequestsAnswer {
  /** Number of the newest request; ask for this before a call, and for what came after it then. */
  readonly newest: number;
  readonly requests: readonly RequestRecord[];
}

export interface RequestRecord {
  readonly number: number;
  /** `x-amzn-RequestId` */
  readonly id: string;
  /** ISO 8601 */
  readonly at: string;
  readonly apiId: string;
  /** Name of the API. */
  readonly api: string;
  readonly stage: string;
  readonly method: string;
  /** With the stage, without the query. */
  readonly path: string;
  /** `GET /notes/{id}`; absent: none. */
  readonly route?: string;
  /** `Origin` of the page that asked. */
  readonly origin?: string;
  /** `nobody`, `ada@example.com (ID token)`, `client machine (access token)`, `role reports-guests` */
  readonly who: string;
  readonly status: number;
  /** Why it was refused, or failed. */
  readonly why?: string;
  readonly milliseconds: number;
}

/** Codes that Cognito would have sent, the newest first. */
export interface CodesAnswer {
  readonly codes: readonly SentCode[];
}

export interface SentCode {
  readonly code: string;
  /** As the CustomMessage trigger names it: `SignUp`, `ResendCode`, `ForgotPassword`, `Authentication`, `VerifyUserAttribute`, ... */
  readonly for: string;
  readonly username: string;
  /** Address or number. */
  readonly to: string;
  readonly by: 'EMAIL' | 'SMS';
  readonly userPoolId: string;
  /** ISO 8601 */
  readonly sentAt: string;
  readonly expiresAt: string;
}

/** Asks what temporary credentials may do; with both of `action` and `resource` also whether they may do that. */
export interface PermissionsAsk {
  readonly accessKeyId: string;
  /** `s3:GetObject` */
  readonly action?: string;
  /** An ARN, or `*`. */
  readonly resource?: string;
}

export interface PermissionsAnswer {
  /** `arn:aws:sts::123456789012:assumed-role/people-guest/CognitoIdentityCredentials` */
  readonly arn: string;
  readonly role: string;
  /** ISO 8601 */
  readonly expiration: string;
  /** Of an identity pool; absent: of another role. */
  readonly identity?: { readonly id: string; readonly poolId: string; readonly authenticated: boolean };
  /** What the role's policies say, denies first. */
  readonly statements: readonly Permission[];
  /** What else limits it, one sentence each: the permissions boundary, Cognito's session policies for guests. */
  readonly limits: readonly string[];
  /** Routes with an IAM guard that these credentials may call: keys of `Route`. */
  readonly routes: readonly string[];
  readonly check?: PermissionCheck;
}

export interface Permission {
  readonly effect: 'Allow' | 'Deny';
  /** Name of the policy. */
  readonly policy: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** `aws:SourceIp is one of 10.0.0.0/8` */
  readonly conditions: readonly string[];
  /** `Allows execute-api:Invoke on GET /prices of api (stage local)` */
  readonly words: string;
}

export interface PermissionCheck {
  readonly allowed: boolean;
  /** Why, as AWS would say it. */
  readonly why: string;
  /** What to change so that it is allowed; empty when it is. */
  readonly remedies: readonly string[];
}

/** Asks for a token that is good but for one thing, to see it refused. */
export interface TokenAsk {
  /** A token of a pool that is served here. */
  readonly token: string;
  /** `tampered`: one claim changed after it was signed. `otherPool`: of an issuer that no route trusts. */
  readonly but: 'expired' | 'tampered' | 'otherPool';
}

export interface TokenAnswer {
  readonly token: string;
}

/** Answer of a refused or failed request. */
export interface Problem {
  /** What is wrong, and what to do. */
  readonly message: string;
}
