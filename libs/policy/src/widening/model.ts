import { type PolicyRequest, type StatementRef } from '../model';
import { type Who } from './principals';
import { type Unknown } from './unknown';

/**
 * A policy that is attached: by document (JSON text, parsed, or with `Unknown` in it), or by the ARN of a managed policy of
 * AWS's.
 */
export type AttachedPolicy =
  | { readonly name: string; readonly document: unknown }
  | { readonly name?: string; readonly managed: string | Unknown };

/** The policies of a user with its groups, or of a role. */
export interface IdentityPolicies {
  readonly policies: readonly AttachedPolicy[];
  readonly boundary?: AttachedPolicy;
}

/** What an identity may do: what all its policies together allow, cut by its boundary. */
export interface IdentityChange {
  readonly kind: 'identity';
  /** For messages: `role signed-in` */
  readonly name: string;
  /** @default any identity of the account */
  readonly arn?: string;
  readonly account?: string;
  /** Without it, the identity did not exist. */
  readonly before?: IdentityPolicies;
  /** Without it, the identity is gone. */
  readonly after?: IdentityPolicies;
}

/** What a policy lets those do whose boundary it is, and who have all rights otherwise. */
export interface BoundaryChange {
  readonly kind: 'boundary';
  readonly account?: string;
  readonly before?: AttachedPolicy;
  readonly after?: AttachedPolicy;
}

/** What a policy of a resource lets whom do. For a role, its trust policy. */
export interface ResourceChange {
  readonly kind: 'resource';
  readonly type: ResourceType;
  /** For messages: `bucket photos` */
  readonly name: string;
  /** With it, `*` and the resource's ARN are the same, and so are `execute-api:/*` and the ARN of the API. */
  readonly arn?: string;
  /** The account of the resource. @default the one in `arn` */
  readonly account?: string;
  /** 'none': it has no policy, so AWS's default holds. Without it, the resource did not exist. */
  readonly before?: AttachedPolicy | 'none';
  readonly after?: AttachedPolicy | 'none';
  /**
   * How the methods of a REST API authorize. Without a policy those without IAM are as open as their authorization leaves
   * them; with one, only who it names gets that far.
   *
   * @default they may be of any kind
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
   */
  readonly methods?: 'iam' | 'other';
}

export type ResourceType =
  | 'role'
  | 's3'
  | 'sqs'
  | 'sns'
  | 'kms'
  | 'lambda'
  | 'secret'
  | 'restApi'
  | 'eventBus'
  | 'ecr'
  | 'table'
  | 'vpcEndpoint'
  | 'other';

export type PolicyChange = IdentityChange | BoundaryChange | ResourceChange;

/** What a principal can do that it could not do before. */
export interface Gain {
  /** The identity itself where it is about an identity's policies. */
  readonly who: readonly Who[];
  /** As the policy writes them: `s3:*`, `iam:PassRole`, `everything but iam:*`. */
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** What must hold: `IpAddress aws:SourceIp 203.0.113.0/24`. */
  readonly conditions: readonly string[];
  /** The statement that allows it now; for a lost `Deny`, the one that denied it. */
  readonly statement: StatementRef;
  /** Whether it is there because a `Deny` is gone or denies less. */
  readonly lostDeny: boolean;
  /** Of a lost `Deny`: a new one of the same actions and resources, with other conditions, is there in its place. @default false */
  readonly eased?: boolean;
  /** Conditions under which it was allowed before, and that limit it no longer: `Bool aws:MultiFactorAuthPresent`. */
  readonly lifted?: readonly string[];
  /** Whether policies of their own must allow it as well: for accounts that a policy names. */
  readonly delegated: boolean;
  /**
   * 'can': the witness is allowed after and is not before, as `evaluate` decides.
   * 'could not rule out': something is not known, or the question is too large.
   */
  readonly certainty: 'can' | 'could not rule out';
  /** A request that is allowed after and not before. */
  readonly witness?: PolicyRequest;
  readonly broad: Broad;
}

/** How far a gain reaches. */
export interface Broad {
  /** Every action on every resource. */
  readonly everything: boolean;
  /** Services of which every action is allowed: `s3`. */
  readonly services: readonly string[];
  /** Every resource of a kind, by an action that could be given narrower ones. */
  readonly sweeping: boolean;
  /** Actions that decide who may do what in the account as a whole, so that they know no narrower resource. */
  readonly ofAccount: boolean;
  /** What a policy variable kept for others, as in `homes/${aws:username}/*`, is not kept from the identity any more. */
  readonly unconfined: boolean;
  /** Anyone on the internet or in any AWS account, and no condition says from where or who. */
  readonly public: boolean;
  /** A service that acts for any of its customers, or tokens of any client of a provider. */
  readonly unbound: boolean;
  /** Principals of other accounts. */
  readonly otherAccounts: boolean;
  /** Highest access level of an action: https://docs.aws.amazon.com/service-authorization/latest/reference/ */
  readonly levels: readonly AccessLevel[];
}

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

/** What could not be read, so that nothing is said about it. */
export interface Undecided {
  readonly side: 'before' | 'after';
  readonly policy: string;
  readonly reason: string;
}

/** Rights that together give more than each says; tested on all policies of an identity together. */
export interface Escalation {
  /** `iam:PassRole and lambda:CreateFunction` */
  readonly name: string;
  /** Who has them can ...: `run its own code as the role that it passes`. */
  readonly gives: string;
  /** The actions of the set that are allowed now, and those of them that are news. */
  readonly actions: readonly string[];
  readonly gained: readonly string[];
}

export interface Widening {
  readonly gains: readonly Gain[];
  /** Of identities, and of boundaries. */
  readonly escalations: readonly Escalation[];
  readonly undecided: readonly Undecided[];
}
