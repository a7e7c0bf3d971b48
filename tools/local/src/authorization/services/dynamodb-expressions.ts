type Parameters = Readonly<Record<string, unknown>>;

/** Words of the expression language that are no attributes. */
const WORDS = new Set(
  ['and', 'or', 'not', 'between', 'in', 'set', 'remove', 'add', 'delete'].concat([
    'attribute_exists',
    'attribute_not_exists',
    'attribute_type',
    'begins_with',
    'contains',
    'size',
    'if_not_exists',
    'list_append',
  ]),
);

const EXPRESSIONS = [
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
];

/** Names of the top-level attributes that a request reads, writes or compares. */
export function attributesIn(parameters: Parameters): string[] {
  const records = [
    parameters['Item'],
    parameters['Key'],
    ...keysOf(parameters),
    parameters['KeyConditions'],
    parameters['Expected'],
  ];
  const legacy = [parameters['QueryFilter'], parameters['ScanFilter'], parameters['AttributeUpdates']];
  const names = [...records, ...legacy].flatMap((record) => Object.keys((record ?? {}) as object));
  const expressions = EXPRESSIONS.flatMap((name) => namesIn(String(parameters[name] ?? ''), parameters));
  return [...new Set([...names, ...((parameters['AttributesToGet'] ?? []) as string[]), ...expressions])];
}

/** The value that a query compares its partition key with; undefined when it is not known. */
export function partitionOf(parameters: Parameters, hashKey: string): string[] | undefined {
  const legacy = (parameters['KeyConditions'] ?? {}) as Record<string, { AttributeValueList?: object[] }>;
  const values = (parameters['ExpressionAttributeValues'] ?? {}) as Record<string, object>;
  const expression = String(parameters['KeyConditionExpression'] ?? '');
  for (const [, name = '', value = ''] of expression.matchAll(/(#?[\w.-]+)\s*=\s*(:\w+)/g)) {
    if (resolved(name, parameters) === hashKey) return typed(values[value]);
  }
  return typed(legacy[hashKey]?.AttributeValueList?.[0]);
}

function keysOf({ Keys, Requests }: Parameters): unknown[] {
  const requests = (Requests ?? []) as { PutRequest?: { Item: object }; DeleteRequest?: { Key: object } }[];
  return [
    ...((Keys ?? []) as unknown[]),
    ...requests.flatMap((each) => [each.PutRequest?.Item, each.DeleteRequest?.Key]),
  ];
}

const namesIn = (expression: string, parameters: Parameters): string[] =>
  [...expression.matchAll(/(?<![\w:#.])#?[A-Za-z_][\w-]*/g)]
    .map(([name]) => name)
    .filter((name) => !WORDS.has(name.toLowerCase()))
    .map((name) => resolved(name, parameters));

const resolved = (name: string, parameters: Parameters): string =>
  ((parameters['ExpressionAttributeNames'] ?? {}) as Record<string, string>)[name] ?? name;

/** `{ S: 'a' }` -> `['a']` */
function typed(value: object | undefined): string[] | undefined {
  const [text] = Object.values(value ?? {});
  return typeof text === 'string' ? [text] : undefined;
}
