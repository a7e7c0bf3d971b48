import { every, holds } from './condition/holds';
import { RequestContext } from './context';
import { actionMatches } from './match/action';
import { isSpared, type Naming, namingOf } from './match/principal';
import { resourceMatches } from './match/resource';
import { type PolicyRequest, type StatementRef, type UnmetStatement } from './model';
import { type Policy } from './read/policy';
import { type Patterns, type Statement } from './read/statement';

export interface Grant extends StatementRef {
  /** Only in policies of resources. */
  readonly naming: Naming;
}

/** What the statements of some policies say to a request. */
export interface Scan {
  readonly allows: readonly Grant[];
  readonly denies: readonly StatementRef[];
  readonly unmet: readonly UnmetStatement[];
}

/** @param bounded whether the principal has a permissions boundary */
export function scan(policies: readonly Policy[], request: PolicyRequest, bounded: boolean): Scan {
  const allows: Grant[] = [];
  const denies: StatementRef[] = [];
  const unmet: UnmetStatement[] = [];
  const context = new RequestContext(request);
  for (const policy of policies) {
    for (const statement of policy.statements) {
      const naming = aboutPrincipal(statement, request, bounded);
      if (naming === undefined || !isAbout(statement, policy, request, context)) continue;
      const { index, sid } = statement;
      const ref = { kind: policy.kind, policy: policy.name, index, ...(sid !== undefined && { sid }) };
      const { result, failing } = conditionsOf(statement, context);
      // What AWS does not say counts against the request.
      if (statement.effect === 'Deny' ? result !== false : result === true) {
        if (statement.effect === 'Deny') denies.push(ref);
        else allows.push({ ...ref, naming });
      } else if (statement.effect === 'Allow') unmet.push({ ...ref, condition: failing ?? '' });
    }
  }
  return { allows, denies, unmet };
}

function aboutPrincipal({ principals }: Statement, { principal }: PolicyRequest, bounded: boolean): Naming | undefined {
  if (!principals) return 'itself';
  if (!principals.not) return namingOf(principal, principals.named);
  return isSpared(principal, principals.named, bounded) ? undefined : 'itself';
}

function isAbout(statement: Statement, { kind }: Policy, { action, resource }: PolicyRequest, context: RequestContext) {
  const { actions, resources } = statement;
  if (!isIn(actions, (pattern) => actionMatches(pattern, action))) return false;
  const variables = statement.variables ? context.variable : undefined;
  return !resources || isIn(resources, (pattern) => resourceMatches(pattern, resource, kind, variables));
}

const isIn = ({ not, patterns }: Patterns, matches: (pattern: string) => boolean): boolean =>
  patterns.some(matches) !== not;

function conditionsOf({ conditions, variables }: Statement, context: RequestContext) {
  const results = conditions.map((condition) => {
    const known = condition.operator !== 'Null' && condition.operator.variables && variables;
    return holds(condition, context, known ? context.variable : undefined);
  });
  const failing = conditions.find((_, at) => results[at] !== true);
  return { result: every(results), failing: failing && `${failing.name} ${failing.key}` };
}
