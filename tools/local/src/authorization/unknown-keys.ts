import { type Policies, type PolicyDocument, type PolicyRequest } from '@gatehouse/policy';
import { type Question } from './question';
import { reference } from './reference';

/**
 * Condition keys that a policy asks for, that the action has on AWS, and whose value is not known here: a missing key
 * would let a `Deny` pass.
 */
export async function unknownKeys(
  request: PolicyRequest,
  policies: Policies,
  { resources }: Pick<Question, 'resources'>,
): Promise<string[]> {
  const documents = [policies.identity, policies.boundary, policies.session, policies.resource].flat();
  const used = new Set(documents.flatMap((document) => (document ? keysIn(document) : [])));
  if (used.size === 0) return [];
  const known = await reference(request.action);
  const kinds = known?.kinds.flatMap(({ conditionKeys }) => conditionKeys) ?? [];
  const patterns = [...(known?.conditionKeys ?? []), ...kinds].filter((key) => !isGlobal(key)).map(patternOf);
  const given = Object.keys(request.context ?? {}).map((key) => key.toLowerCase());
  return [...used].filter(
    (key) =>
      patterns.some((pattern) => pattern.test(key)) &&
      !given.includes(key.toLowerCase()) &&
      !families.some((family) => key.toLowerCase().startsWith(family)) &&
      !(isTag(key) && resources !== null),
  );
}

/** Keys with a name at their end, which a request has or has not. */
const families = [
  'kms:encryptioncontext:',
  'kms:recipientattestation:',
  's3:existingobjecttag/',
  's3:requestobjecttag/',
  's3:buckettag/',
];

/** Tags of a resource are known where the emulator tells the resource. */
const isTag = (key: string): boolean => /:ResourceTag\//i.test(key);

/** Those are known, or, where they tell of organizations and networks, absent from a laptop's requests. */
const isGlobal = (key: string): boolean => /^aws:/i.test(key) && !isTag(key);

/** `kms:EncryptionContext:${EncryptionContextKey}`, `s3:ExistingObjectTag/<key>`, `secretsmanager:ResourceTag/tag-key` */
function patternOf(key: string): RegExp {
  const literal = key.replace(/(\$\{.*\}|<key>|tag-key)$/, '').replace(/[.*+?^$()[\]{}|\\]/g, '\\$&');
  return new RegExp(`^${literal}${literal.length < key.length && /[/:]$/.test(literal) ? '.*' : ''}$`, 'i');
}

/** Keys of conditions, and of variables in resources and values. */
function keysIn({ document }: PolicyDocument): string[] {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const variables = [...text.matchAll(/\$\{([^},]+)/g)].map(([, key = '']) => key.trim());
  const { Statement = [] } = parsed(text);
  const conditions = [Statement].flat().flatMap(({ Condition = {} }) => Object.values(Condition));
  return [...variables, ...conditions.flatMap((keys) => Object.keys(keys ?? {}))];
}

interface Read {
  readonly Statement?: Conditional | Conditional[];
}

interface Conditional {
  readonly Condition?: Readonly<Record<string, object>>;
}

/** What is no JSON has no keys; the evaluator reports it. */
function parsed(text: string): Read {
  try {
    return (JSON.parse(text) ?? {}) as Read;
  } catch {
    return {};
  }
}
