import { type Attributes, type StackContent } from './stack';

/** A statement of an IAM policy, as JSON has it. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotAction?: unknown;
  readonly NotResource?: unknown;
  readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * The statements of a policy: of JSON, or of a policy document of the same stack that it refers to.
 *
 * @returns nothing where it is neither
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/data-sources/iam_policy_document
 */
export function policyStatements(policy: unknown, content: StackContent): Statement[] | undefined {
  if (typeof policy !== 'string') return undefined;
  const [, name] = /^\$\{data\.aws_iam_policy_document\.([\w-]+)\.(?:minified_)?json\}$/.exec(policy) ?? [];
  if (name !== undefined) return ofDocument(content.data?.['aws_iam_policy_document']?.[name], content);
  try {
    return [(JSON.parse(policy) as { Statement: Statement | Statement[] }).Statement].flat();
  } catch {
    return undefined;
  }
}

function ofDocument(document: Attributes | undefined, content: StackContent): Statement[] | undefined {
  if (document === undefined) return undefined;
  const others = (attribute: string) =>
    list(document[attribute]).map((each) => policyStatements(each, content) ?? undefined);
  const own = list(document['statement']).map((block) => statement(block as Attributes));
  const parts = [...others('source_policy_documents'), own, ...others('override_policy_documents')];
  return parts.some((part) => part === undefined) ? undefined : parts.reduce<Statement[]>(laidOver, []);
}

/** A statement takes the place of one with its id. */
function laidOver(below: Statement[], above: Statement[] = []): Statement[] {
  const replaced = new Set(above.map(({ Sid }) => Sid).filter((id) => id !== undefined));
  return [...below.filter(({ Sid }) => Sid === undefined || !replaced.has(Sid)), ...above];
}

function statement(block: Attributes): Statement {
  const text = (attribute: string) => (attribute in block ? list(block[attribute]).map(inJson) : undefined);
  return {
    ...(typeof block['sid'] === 'string' && block['sid'] !== '' && { Sid: block['sid'] }),
    Effect: typeof block['effect'] === 'string' ? block['effect'] : 'Allow',
    Action: text('actions'),
    NotAction: text('not_actions'),
    Resource: text('resources'),
    NotResource: text('not_resources'),
    Principal: principals(list(block['principals']) as Attributes[]),
    Condition: conditions(list(block['condition']) as Attributes[]),
  };
}

const principals = (blocks: readonly Attributes[]): Statement['Principal'] =>
  blocks.length === 0
    ? undefined
    : Object.fromEntries(blocks.map(({ identifiers, type }) => [String(type), list(identifiers).map(inJson)]));

function conditions(blocks: readonly Attributes[]): Statement['Condition'] {
  if (blocks.length === 0) return undefined;
  const tests = new Map<string, Record<string, string[]>>();
  for (const { test, values, variable } of blocks) {
    tests.set(String(test), { ...tests.get(String(test)), [String(variable)]: list(values).map(inJson) });
  }
  return Object.fromEntries(tests);
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** In a document, what IAM fills in is written `&{aws:userid}`. */
const inJson = (value: unknown): string => String(value).replaceAll('&{', () => '$${');
