import type { List, Policy, PolicyCondition, PolicyStatement, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { sortedBy } from '../order';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Values } from '../terraform/values';

const DOCUMENT = 'aws_iam_policy_document';

/** A policy argument: JSON text, or what an `aws_iam_policy_document` says where its text is not known yet. */
export function readPolicy(
  from: Resource,
  catalog: Catalog,
  attribute: string,
  values: Values = from,
): Policy<Unknown> | undefined {
  const document = values.document(attribute);
  if (document === undefined) return undefined;
  if (!isUnknown(document)) return readStatements(document);
  const source = catalog.target(from, document, DOCUMENT);
  if (!source) return document;
  // What is merged into it from other documents is not taken apart here.
  return ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'].some((merged) =>
    source.has(merged),
  )
    ? document
    : fromDocumentBlocks(source);
}

export function readStatements(document: Values): Policy<Unknown> {
  const statements = document.blocks('Statement');
  return isUnknown(statements) ? statements : statements.map(readStatement);
}

function readStatement(statement: Values): PolicyStatement<Unknown> {
  return {
    effect: statement.text<'Allow' | 'Deny'>('Effect', unknown()),
    principals: readPrincipals(statement, 'Principal'),
    notPrincipals: readPrincipals(statement, 'NotPrincipal'),
    actions: statement.oneOrMore('Action'),
    notActions: statement.oneOrMore('NotAction'),
    resources: statement.oneOrMore('Resource'),
    notResources: statement.oneOrMore('NotResource'),
    conditions: readConditions(statement),
  };
}

/** `"*"`, or lists by kind; `{"AWS": "*"}` means the same as `"*"`. */
function readPrincipals(statement: Values, name: string): List<string, Unknown> {
  if (!statement.hasObject(name)) return statement.oneOrMore(name);
  const kinds = statement.blockOrEmpty(name);
  const named: (string | Unknown)[] = [];
  for (const kind of kinds.names()) named.push(...principals(kind, kinds.oneOrMore(kind)));
  return sortedBy(named, (name) => name);
}

const principals = (kind: string, names: List<string, Unknown>): readonly (string | Unknown)[] =>
  isUnknown(names)
    ? [names]
    : names.map((name) => (isUnknown(name) ? name : name === '*' && kind === 'AWS' ? '*' : `${kind}:${name}`));

function readConditions(statement: Values): PolicyStatement<Unknown>['conditions'] {
  const condition = statement.block('Condition');
  if (!condition) return [];
  return condition.names().flatMap((operator): PolicyCondition<Unknown>[] => {
    const keys = condition.blockOrEmpty(operator);
    return keys.names().map((key) => ({ operator, key, values: keys.oneOrMore(key) }));
  });
}

/** The data source's own blocks (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document). */
function fromDocumentBlocks(document: Resource): Policy<Unknown> {
  const statements = document.blocks('statement');
  if (isUnknown(statements)) return statements;
  return statements.map((statement) => {
    const conditions = statement.blocks('condition');
    return {
      effect: statement.text<'Allow' | 'Deny'>('effect', 'Allow'),
      principals: blockPrincipals(statement, 'principals'),
      notPrincipals: blockPrincipals(statement, 'not_principals'),
      actions: statement.texts('actions'),
      notActions: statement.texts('not_actions'),
      resources: statement.texts('resources'),
      notResources: statement.texts('not_resources'),
      conditions: isUnknown(conditions)
        ? conditions
        : conditions.map((condition) => ({
            operator: condition.text('test', unknown()),
            key: condition.text('variable', unknown()),
            values: condition.texts('values'),
          })),
    };
  });
}

function blockPrincipals(statement: Values, name: string): List<string, Unknown> {
  const blocks = statement.blocks(name);
  if (isUnknown(blocks)) return blocks;
  return blocks.flatMap((block) => {
    const kind = block.text('type', unknown());
    const names = block.texts('identifiers');
    return isUnknown(kind) ? [kind] : kind === '*' ? ['*'] : principals(kind, names);
  });
}
