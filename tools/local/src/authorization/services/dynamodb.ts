import { onNamedResources } from '../generic';
import { resourceCalled } from '../policies';
import { type Ask, type Question, Unmapped } from '../question';
import { type Access, tableContext } from './dynamodb-context';
import { partiQl } from './dynamodb-partiql';

/**
 * A batch or transaction asks for each of its tables, a query of an index for the index.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/api-permissions-reference.html
 */
export function dynamoDb(question: Question): Ask[] | Promise<Ask[]> {
  const { operation, parameters } = question;
  const accesses = accessesOf(operation as string, parameters as Dynamo);
  if (accesses === undefined) return onNamedResources(question, operation as string);
  return accesses.map((access) => ({
    action: `dynamodb:${access.action}`,
    resource: arnOf(question, access),
    context: tableContext(question, access),
  }));
}

type Rest = Readonly<Record<string, unknown>>;

/** Parameters of the operations on items. */
interface Dynamo {
  readonly TableName?: string;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly TransactItems?: readonly Readonly<Record<string, Rest>>[];
  readonly Statement?: string;
  readonly Statements?: readonly { readonly Statement: string }[];
  readonly TransactStatements?: readonly { readonly Statement: string }[];
}

/** Undefined for an operation on tables rather than items. */
function accessesOf(operation: string, parameters: Dynamo): Access[] | undefined {
  const { RequestItems = {}, Statement, Statements, TableName, TransactItems, TransactStatements } = parameters;
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem') {
    return Object.entries(RequestItems).map(([table, of]) => ({ action: operation, table, parameters: batched(of) }));
  }
  if (TransactItems) {
    return TransactItems.flatMap((item) =>
      Object.entries(item).map(([kind, of]) => ({
        action: transacted(kind),
        table: String(of['TableName']),
        parameters: of,
        enclosing: operation,
      })),
    );
  }
  const statements = Statements ?? TransactStatements ?? (Statement === undefined ? undefined : [{ Statement }]);
  if (statements) return statements.map((each) => ({ ...partiQl(each.Statement), enclosing: operation }));
  return TableName !== undefined && /(Item|Query|Scan)$/.test(operation)
    ? [{ action: operation, table: TableName, parameters: parameters as Rest }]
    : undefined;
}

/** As one item's: keys and items under the names that a single request has them. */
const batched = (of: unknown): Rest => (Array.isArray(of) ? { Requests: of } : (of as Rest));

function transacted(kind: string): string {
  const action = {
    ConditionCheck: 'ConditionCheckItem',
    Delete: 'DeleteItem',
    Get: 'GetItem',
    Put: 'PutItem',
    Update: 'UpdateItem',
  }[kind];
  if (action === undefined) throw new Unmapped(`a transaction with ${kind}`);
  return action;
}

function arnOf(question: Question, { parameters, table }: Access): string {
  const { caller, region } = question;
  const [, partition] = caller.principal.roleArn.split(':');
  const arn = table.startsWith('arn:')
    ? table
    : `arn:${partition}:dynamodb:${region}:${caller.accountId}:table/${table}`;
  const known = resourceCalled(question, table)?.arn ?? arn;
  return typeof parameters['IndexName'] === 'string' ? `${known}/index/${parameters['IndexName']}` : known;
}
