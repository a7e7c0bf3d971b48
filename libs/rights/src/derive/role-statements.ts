import { mergeStatements } from '../merge-statements';
import { type RoleStatement } from '../rights';
import { policyStatements, type Statement } from './policy-document';
import { resolve, type Resolver } from './references';
import { type Found, hasReference, placeOf } from './stack';

export interface Boundary {
  readonly statements: RoleStatement[];
  readonly problems: string[];
}

/** Everything that the policies of an environment's roles allow: a role can do what is here and in its own policies. */
export function roleStatements(found: readonly Found[], resolver: Resolver): Boundary {
  const all = found.flatMap((each) => policiesOf(each).map((policy) => read(each, policy, resolver)));
  const attached = found.flatMap(attachmentProblems);
  return {
    statements: mergeStatements(all.flatMap(({ statements }) => statements)),
    problems: [...attached, ...all.flatMap(({ problems }) => problems)],
  };
}

const carriers = ['aws_iam_role_policy', 'aws_iam_policy'];

function policiesOf({ attributes, type }: Found): unknown[] {
  if (carriers.includes(type)) return [attributes['policy']];
  if (type !== 'aws_iam_role') return [];
  return [attributes['inline_policy'] ?? []].flat().map((block) => (block as { policy?: unknown }).policy);
}

function read(found: Found, policy: unknown, resolver: Resolver): Boundary {
  const statements = policyStatements(policy, found.stack.content);
  if (statements === undefined) {
    return problem(
      found,
      'the policy as JSON, or an aws_iam_policy_document of this stack',
      JSON.stringify(policy),
      'Write it with JSON.stringify, or hand over "json" of the document.',
    );
  }
  const parts = statements.filter(({ Effect }) => Effect === 'Allow').map((each) => readOne(found, each, resolver));
  return {
    statements: parts.flatMap((part) => part.statements),
    problems: parts.flatMap((part) => part.problems),
  };
}

function readOne(found: Found, statement: Statement, resolver: Resolver): Boundary {
  const { Action, Resource, Condition } = statement;
  if (Action === undefined || Resource === undefined) {
    return problem(
      found,
      '"Action" and "Resource" in every statement that allows something',
      JSON.stringify(statement),
      'A boundary says what a role may do at most: name the actions and their resources.',
    );
  }
  const resources = [Resource].flat().map((text) => [text, resolve(text, found.stack, resolver)] as const);
  const unknown = resources.find(([, resolved]) => resolved === undefined);
  if (unknown !== undefined) {
    return problem(
      found,
      'resources whose ARN follows from what is synthesized',
      JSON.stringify(unknown[0]),
      'Write the ARN itself, or refer to the "arn" of a resource of these stacks ("arn" of its type in libs/rights/src/catalogue).',
    );
  }
  const actions = [Action].flat();
  const resolved = resources.map(([, text]) => text ?? '');
  return { statements: [{ actions, resources: resolved, ...(Condition && { condition: Condition }) }], problems: [] };
}

/** What a policy of AWS or of another owner allows cannot be seen, so no boundary can follow from it. */
function attachmentProblems(found: Found): string[] {
  const { attributes, type } = found;
  const arns =
    type === 'aws_iam_role_policy_attachment'
      ? [attributes['policy_arn']]
      : type === 'aws_iam_role'
        ? [attributes['managed_policy_arns'] ?? []].flat()
        : [];
  return arns
    .filter((arn) => typeof arn === 'string' && !hasReference(arn))
    .flatMap(
      (arn) =>
        problem(
          found,
          'a policy that is made here, so that the boundary can follow from it',
          String(arn),
          'Write its statements into an aws_iam_role_policy.',
        ).problems,
    );
}

const problem = (found: Found, expected: string, actual: string, todo: string): Boundary => ({
  statements: [],
  problems: [[placeOf(found), `  expected  ${expected}`, `  found     ${actual}`, `  to do     ${todo}`].join('\n')],
});
