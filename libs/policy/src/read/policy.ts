import { isObject } from '@gatehouse/checks';
import { type PolicyDocument, type PolicyKind, type PolicyProblem } from '../model';
import { Problems } from './problems';
import { readStatement, type Statement } from './statement';

export interface Policy {
  readonly kind: PolicyKind;
  readonly name: string;
  readonly statements: readonly Statement[];
  readonly problems: readonly PolicyProblem[];
}

/**
 * A policy as AWS's grammar has it. What AWS would refuse to store is a problem.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(kind: PolicyKind, { name, document }: PolicyDocument): Policy {
  const problems = new Problems(kind, name);
  const statements = readStatements(kind, parsed(document), problems);
  return { kind, name, statements, problems: problems.found };
}

function parsed(document: unknown): unknown {
  if (typeof document !== 'string') return document;
  try {
    return JSON.parse(document);
  } catch {
    return document;
  }
}

function readStatements(kind: PolicyKind, document: unknown, problems: Problems): Statement[] {
  if (!isObject(document)) {
    problems.add('', 'a JSON object with "Version" and "Statement"', document);
    return [];
  }
  for (const name of Object.keys(document)) {
    if (!['Version', 'Id', 'Statement'].includes(name)) problems.add(name, 'Version, Id or Statement', name);
  }
  const { Version: version = '2008-10-17', Statement } = document;
  if (version !== '2012-10-17' && version !== '2008-10-17') {
    problems.add('Version', '"2012-10-17" or "2008-10-17"', version);
  }
  if (Statement === undefined) problems.add('Statement', 'a list of statements', Statement);
  const statements: unknown[] = Array.isArray(Statement) ? Statement : Statement === undefined ? [] : [Statement];
  return statements
    .map((statement, index) => {
      const at = Array.isArray(Statement) ? `Statement[${index}]` : 'Statement';
      return readStatement({ kind, at, index, variables: version === '2012-10-17' }, statement, problems);
    })
    .filter((statement) => statement !== undefined);
}
