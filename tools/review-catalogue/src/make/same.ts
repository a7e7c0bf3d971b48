/**
 * Where two plans of one change differ, as paths; none when one is the other with other generated names: ids, the ARNs
 * that hold them, times.
 */
export function differences(one: unknown, other: unknown): readonly string[] {
  const names = new Map<string, string>();
  const walk = (a: unknown, b: unknown, path: string): readonly string[] => {
    if (typeof a === 'string' && typeof b === 'string')
      return sameText(a, b, names) ? [] : [`${path}: ${a} is ${b}`];
    if (isObject(a) && isObject(b)) {
      const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
      return keys.flatMap((key) => (PER_RUN.has(key) ? [] : walk(a[key], b[key], `${path}.${key}`)));
    }
    return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)} is ${JSON.stringify(b)}`];
  };
  return walk(one, other, '');
}

/** Which Terraform made the plan and when; what it looked at comes in no order. */
const PER_RUN = new Set(['timestamp', 'terraform_version', 'relevant_attributes']);

const TIME = /\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)/g;
/** Letters and digits of at least six characters, a digit among them. */
const GENERATED = /^(?=.*\d)[A-Za-z0-9]{6,}$/;

function sameText(a: string, b: string, names: Map<string, string>): boolean {
  if (a === b) return true;
  const [ours, theirs] = [a, b].map((text) => text.replace(TIME, 'time').split(/([A-Za-z0-9]+)/));
  if (!ours || !theirs || ours.length !== theirs.length) return false;
  return ours.every((token, index) => sameToken(token, theirs[index] ?? '', names));
}

/** One generated name stands for one other, everywhere. */
function sameToken(a: string, b: string, names: Map<string, string>): boolean {
  if (a === b) return true;
  if (!GENERATED.test(a) || !GENERATED.test(b)) return false;
  const known = names.get(a);
  if (known === undefined) names.set(a, b);
  return (known ?? b) === b;
}

/** Arrays too: their indexes are keys. */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
