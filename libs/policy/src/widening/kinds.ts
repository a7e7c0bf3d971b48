import { type PolicyKind } from '../model';
import { type AttachedPolicy, type ResourceChange, type ResourceType, type Undecided } from './model';

interface Kind {
  readonly kind: Extract<PolicyKind, 'resource' | 'trust'>;
  /** Whether requests without a signature can be allowed. */
  readonly anonymous: boolean;
  /** Whether nobody gets in without it: where it names the account, the account's policies decide. */
  readonly isAsked: boolean;
}

const ofResource = (anonymous: boolean): Kind => ({ kind: 'resource', anonymous, isAsked: false });

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html */
export const kinds: Readonly<Record<ResourceType, Kind>> = {
  role: { kind: 'trust', anonymous: false, isAsked: true },
  kms: { kind: 'resource', anonymous: false, isAsked: true },
  s3: ofResource(true),
  sqs: ofResource(true),
  sns: ofResource(true),
  lambda: ofResource(true),
  restApi: ofResource(true),
  vpcEndpoint: ofResource(true),
  other: ofResource(true),
  secret: ofResource(false),
  eventBus: ofResource(false),
  table: ofResource(false),
  // ecr:GetAuthorizationToken, which comes first, is given by policies of identities alone.
  ecr: ofResource(false),
};

/**
 * What holds while a resource has no policy; of what is not certain, less before and more after.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function defaultPolicy(
  { methods, name, type }: ResourceChange,
  side: Undecided['side'],
  account: string | undefined,
): AttachedPolicy | undefined {
  const document = (Principal: unknown, Action: string) => ({
    name: `the default of ${name}`,
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action, Resource: '*' }] },
  });
  if (type === 'kms') return account === undefined ? undefined : document({ AWS: account }, 'kms:*');
  if (type === 'vpcEndpoint') return document('*', '*');
  const open = methods === 'other' || (methods === undefined && side === 'after');
  return type === 'restApi' && open ? document('*', 'execute-api:Invoke') : undefined;
}
