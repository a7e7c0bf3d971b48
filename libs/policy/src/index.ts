export { evaluate } from './evaluate';
export { guestSessionPolicies } from './guest';
export {
  type Context,
  type Decision,
  type MissingStatement,
  type Policies,
  type PolicyDocument,
  type PolicyKind,
  type PolicyProblem,
  type Principal,
  type PolicyRequest,
  type StatementRef,
  type UnmetStatement,
} from './model';
export { readPolicy } from './read/policy';
export { type Patterns, type Statement } from './read/statement';
export { accessDenied, remedies } from './refusal';
export { type AddressRange, rangeOf } from './widening/conditions/addresses';
export { isEveryOfKind } from './widening/kinds-of-names';
export { Unknown } from './widening/unknown';
export { escalationSets } from './widening/escalation/sets';
export { inWords } from './widening/words';
export { TOO_LARGE } from './widening/undecided';
export { widening } from './widening/widening';
export {
  type AccessLevel,
  type AttachedPolicy,
  type BoundaryChange,
  type Broad,
  type Escalation,
  type Gain,
  type IdentityChange,
  type IdentityPolicies,
  type PolicyChange,
  type ResourceChange,
  type ResourceType,
  type Undecided,
  type Widening,
} from './widening/model';
export { ANY_SERVICE, type Who } from './widening/principals';
