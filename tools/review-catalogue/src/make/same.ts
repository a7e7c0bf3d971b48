/**
 * Where two plans of one change differ, as paths; none when one is the other with other generated names: ids, the ARNs
 * that hold them, times, the port of the emulator.
 */
export function differences(one: unknown, other: unknown): readonly string[] {
  const names: Names = new Map();
  const walk = (a: unknown, b: unknown, path: string, key: string, onlyIds: boolean): readonly string[] => {
    if (typeof a === 'string' && typeof b === 'string') {
      const isId = IS_ID.test(key);
      return (onlyIds && !isId) || sameText(a, b, names, isId) ? [] : [`${path}: ${a} is ${b}`];
    }
    if (areTexts(a) && areTexts(b)) return onlyIds || sameSet(a, b, names) ? [] : [`${path}: ${a} is ${b}`];
    if (isObject(a) && isObject(b)) {
      const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((each) => !PER_RUN.has(each));
      const places = keys.map((each) => [each, `${path}.${each}`] as const);
      return places
        .filter(([, place]) => !DEPLOYED_MEANWHILE.test(place))
        .flatMap(([each, place]) => walk(a[each], b[each], place, each, onlyIds));
    }
    return Object.is(a, b) ? [] : [`${path}: ${JSON.stringify(a)} is ${JSON.stringify(b)}`];
  };
  // First, ids tell the names that other values are made from.
  walk(one, other, '', '', true);
  return walk(one, other, '', '', false);
}

type Names = Map<string, string>;

/** Which Terraform made the plan and when; what it looked at comes in no order. */
const PER_RUN = new Set(['timestamp', 'terraform_version', 'relevant_attributes']);

/** A stage that deploys by itself did so before or after Terraform kept the stage: by the minute, not by the change. */
const DEPLOYED_MEANWHILE = /\.resource_drift\..*\.deployment_id$/;

/** Keys of what AWS names. */
const IS_ID = /(^|_)id$|^(cloudfront|regional)_domain_name$/;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)/g;
/** Where the emulator listens is in the addresses of queues. */
const EMULATOR = /127\.0\.0\.1:\d+/g;
const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;
/** Letters and digits of at least six characters, a digit among them. */
const GENERATED = /^(?=.*\d)[A-Za-z0-9]{6,}$/;
/** As an id it may be of letters alone. */
const GENERATED_ID = /^[A-Za-z0-9]{6,}$/;

function sameText(a: string, b: string, names: Names, isId: boolean): boolean {
  if (a === b) return true;
  const [ours, theirs] = [a, b].map((text) =>
    text
      .replace(TIME, 'time')
      .replace(EMULATOR, 'emulator')
      .replace(UUID, (uuid) => uuid.replaceAll('-', ''))
      .split(/([A-Za-z0-9]+)/),
  );
  if (!ours || !theirs || ours.length !== theirs.length) return false;
  return ours.every((token, index) => sameToken(token, theirs[index] ?? '', names, isId));
}

/** Terraform sorts a set by its values, generated names too. */
function sameSet(a: readonly string[], b: readonly string[], names: Names): boolean {
  const left = [...b];
  const isLeft = (text: string) => {
    const index = left.findIndex((each) => sameText(text, each, names, false));
    return index >= 0 && left.splice(index, 1).length === 1;
  };
  return a.length === b.length && a.every(isLeft);
}

/** One generated name stands for one other, everywhere. */
function sameToken(a: string, b: string, names: Names, isId: boolean): boolean {
  if (a === b) return true;
  const known = names.get(a);
  if (known !== undefined || [...names.values()].includes(b)) return known === b;
  const sameShape = isId && a.length === b.length && [a, b].every((each) => GENERATED_ID.test(each));
  if (!sameShape && ![a, b].every((each) => GENERATED.test(each))) return false;
  names.set(a, b);
  return true;
}

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 1 && value.every((each) => typeof each === 'string');

/** Arrays too: their indexes are keys. */
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
