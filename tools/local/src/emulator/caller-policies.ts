import { type Context, guestSessionPolicies, type Policies } from '@gatehouse/policy';
import { type Caller } from './caller';

/** The policies that hold for whatever a caller asks for. */
export function policiesOfCaller({ identity, policies }: Caller): Policies {
  const { boundary, identity: own, session } = policies;
  const guests = identity?.capped ? guestSessionPolicies(identity.poolId.split(':')[0] as string) : [];
  return { identity: own, ...(boundary && { boundary }), session: [...session, ...guests] };
}

/**
 * Condition keys that say who calls.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html
 */
export function contextOfCaller({ federated, identity, tags, userId }: Caller): Context {
  return {
    'aws:userid': userId,
    'aws:MultiFactorAuthPresent': false,
    'aws:ViaAWSService': false,
    ...Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, value])),
    ...federated,
    ...(identity && {
      'aws:FederatedProvider': 'cognito-identity.amazonaws.com',
      'cognito-identity.amazonaws.com:sub': identity.id,
      'cognito-identity.amazonaws.com:aud': identity.poolId,
      'cognito-identity.amazonaws.com:amr': identity.amr,
    }),
  };
}
