import { type MissingStatement, type PolicyKind, type PolicyRequest } from './model';
import { nameOf } from './principal';

/** The narrowest statement that a policy lacks. */
export function missingStatement(
  kind: PolicyKind,
  policies: readonly string[],
  { action, principal, resource }: PolicyRequest,
): MissingStatement {
  const statement = {
    Effect: 'Allow',
    ...((kind === 'resource' || kind === 'trust') && { Principal: nameOf(principal) }),
    Action: action,
    ...(kind !== 'trust' && { Resource: resource }),
  };
  return { kind, policies, statement };
}
