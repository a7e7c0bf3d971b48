/**
 * Who makes a request.
 *
 * - `user`, `root`: an IAM user, or the root user of an account, by ARN.
 * - `session`: an assumed role. `arn` is the session's (`arn:aws:sts::...:assumed-role/NAME/SESSION`), `roleArn` the role's.
 * - `federatedUser`: what `GetFederationToken` gives. `userArn` is the IAM user that asked for it.
 * - `service`: an AWS service that acts for itself, `lambda.amazonaws.com`.
 * - `federated`: a person with a token of an identity provider who asks STS for a role, `cognito-identity.amazonaws.com`.
 * - `anonymous`: a request without a signature.
 *
 * `canonicalUser` is the canonical user ID of the principal's account, which S3 bucket policies may name.
 */
export type Principal =
  | { readonly type: 'user' | 'root'; readonly arn: string; readonly canonicalUser?: string }
  | { readonly type: 'session'; readonly arn: string; readonly roleArn: string; readonly canonicalUser?: string }
  | { readonly type: 'federatedUser'; readonly arn: string; readonly userArn: string; readonly canonicalUser?: string }
  | { readonly type: 'service'; readonly service: string }
  | { readonly type: 'federated'; readonly provider: string }
  | { readonly type: 'anonymous' };

type Value = string | number | boolean;

/**
 * Values of condition keys: `{ 'aws:SourceIp': '203.0.113.7', 'aws:TagKeys': ['team', 'cost'] }`. Key names in any case;
 * `undefined` is a key that the request does not have.
 */
export type Context = Readonly<Record<string, Value | readonly Value[] | undefined>>;

export interface PolicyRequest {
  readonly principal: Principal;
  /** `s3:GetObject` */
  readonly action: string;
  /** The ARN, or `*` for an action that takes no resource. */
  readonly resource: string;
  /**
   * The account that owns the resource: an S3 ARN has none.
   * @default the account in the ARN, or else the principal's
   */
  readonly resourceAccount?: string;
  /** @default only what follows from principal and resource: `aws:PrincipalArn`, `aws:username`, ... */
  readonly context?: Context;
}

/** A policy, as JSON text or parsed. The name is for messages: an ARN, or `inline policy "orders" of role x`. */
export interface PolicyDocument {
  readonly name: string;
  readonly document: unknown;
}

/** The policies that hold for a request. */
export interface Policies {
  /** Of the user and its groups, or of the role. */
  readonly identity?: readonly PolicyDocument[];
  readonly boundary?: PolicyDocument;
  /** Passed to STS, inline and by ARN; one of them must allow. An empty list is none. */
  readonly session?: readonly PolicyDocument[];
  /** Of the resource. For `sts:AssumeRole*` the role's trust policy, for `kms:*` the key policy. */
  readonly resource?: PolicyDocument;
}

export type PolicyKind = 'identity' | 'boundary' | 'session' | 'resource' | 'trust';

/** Where a statement is. */
export interface StatementRef {
  readonly kind: PolicyKind;
  readonly policy: string;
  /** From 0. */
  readonly index: number;
  readonly sid?: string;
}

/** A statement that would allow the request if a condition held. */
export interface UnmetStatement extends StatementRef {
  /** `StringEquals aws:PrincipalTag/team` */
  readonly condition: string;
}

/** A statement that would allow, and the kind of policy that lacks it. */
export interface MissingStatement {
  readonly kind: PolicyKind;
  /** The policies of that kind that hold. */
  readonly policies: readonly string[];
  readonly statement: Readonly<Record<string, unknown>>;
}

/** What in a policy cannot be read. */
export interface PolicyProblem {
  readonly kind: PolicyKind;
  readonly policy: string;
  /** `Statement[0].Condition.StringEqual` */
  readonly at: string;
  readonly message: string;
}

export interface Decision {
  /** `unreadable`: a policy that holds is malformed, so the request is not allowed, whatever the rest says. */
  readonly verdict: 'allowed' | 'implicitlyDenied' | 'explicitlyDenied' | 'unreadable';
  /** The statements that decided: those that deny, or those that together allow. */
  readonly by: readonly StatementRef[];
  /** What to add so that the request is allowed. Only where it is implicitly denied. */
  readonly missing: readonly MissingStatement[];
  readonly unmet: readonly UnmetStatement[];
  readonly problems: readonly PolicyProblem[];
}
