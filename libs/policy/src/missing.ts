import { type MissingStatement, type PolicyKind, type Request } from './model';
import { nameOf } from './principal';

/** The narrowest statement that a policy lacks. */
export function missingStatement(kind: PolicyKind, { action, principal, resource }: Request): MissingStatement {
  const statement = {
    Effect: 'Allow',
    ...((kind === 'resource' || kind === 'trust') && { Principal: nameOf(principal) }),
    Action: action,
    ...(kind !== 'trust' && { Resource: resource }),
  };
  return { kind, statement };
}
