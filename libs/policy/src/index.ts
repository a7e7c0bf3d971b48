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
