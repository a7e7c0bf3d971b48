import { own } from '../own';
import { isObject } from '../terraform/unreadable';
import { MIRRORS, type Mirror } from './mirrors';

type Values = Readonly<Record<string, unknown>> | undefined;

/** A resource, with the values it was applied with. */
interface Applied {
  readonly type: string;
  readonly before: Values;
}

interface Drift extends Applied {
  readonly after: Values;
}

/** What AWS counts or dates by itself. */
export const COUNTED: ReadonlySet<string> = new Set([
  'attachment_count',
  'created_date',
  'creation_date',
  'estimated_number_of_users',
  'last_modified',
  'last_modified_date',
  'last_updated_date',
]);

/** What AWS chooses for what it made, and may choose anew. */
const CHOSEN: Readonly<Record<string, readonly string[]>> = {
  aws_cognito_user_pool_domain: [
    'aws_account_id',
    'cloudfront_distribution',
    'cloudfront_distribution_arn',
    'cloudfront_distribution_zone_id',
    's3_bucket',
    'version',
  ],
};

/**
 * Whether a drift only shows what another resource had set, or what AWS counts or does by itself: the one list of what is no drift, for
 * the review, for `drift` and for `plan`.
 *
 * @param resources everything of the environment, since a stack can set what another one has
 */
export function isMirrored(drift: Drift, argument: string, resources: readonly Applied[]): boolean {
  if (COUNTED.has(argument) || own(CHOSEN, drift.type)?.includes(argument)) return true;
  if (deploysItself(drift, argument)) return true;
  const mirrors = own(MIRRORS, `${drift.type} ${argument}`) ?? [];
  const setters = mirrors.map((mirror) => settersOf(resources, mirror).get(drift.before?.[mirror.by]) ?? []);
  if (setters.every((each) => each.length === 0)) return false;
  // Several resources, also of several types, set entries of one list.
  const set = new Set(mirrors.flatMap(({ entry }, index) => entriesOf(setters[index] ?? [], drift, argument, entry)));
  return mirrors.some(
    ({ entry }) => entry === undefined || namesOf(drift.after?.[argument], entry).every((each) => set.has(each)),
  );
}

/** A stage with auto-deploy has another deployment after each change of its API. */
const deploysItself = ({ after, type }: Drift, argument: string): boolean =>
  type === 'aws_apigatewayv2_stage' && argument === 'deployment_id' && after?.['auto_deploy'] === true;

const entriesOf = (setters: readonly Applied[], drift: Drift, argument: string, entry: string | undefined) =>
  entry === undefined
    ? []
    : [
        ...namesOf(drift.before?.[argument], entry),
        ...setters.flatMap(({ before }) => namesOf(before?.[entry], entry)),
      ];

type Setters = ReadonlyMap<unknown, readonly Applied[]>;

/** Each list of resources is asked about all drift of its environment. */
const INDEXES = new WeakMap<readonly Applied[], Map<string, Setters>>();

/** The resources of a type by the object that they are for; one may be for several. */
function settersOf(resources: readonly Applied[], { type, of }: Mirror): Setters {
  const indexes = INDEXES.get(resources) ?? new Map<string, Setters>();
  INDEXES.set(resources, indexes);
  const known = indexes.get(`${type} ${of}`);
  if (known) return known;
  const found = new Map<unknown, Applied[]>();
  for (const each of resources) {
    if (each.type !== type) continue;
    for (const object of [each.before?.[of]].flat()) {
      const setters = found.get(object);
      if (setters) setters.push(each);
      else found.set(object, [each]);
    }
  }
  indexes.set(`${type} ${of}`, found);
  return found;
}

const namesOf = (value: unknown, entry: string): readonly unknown[] =>
  (Array.isArray(value) ? value : [value])
    .map((item) => (isObject(item) ? item[entry] : item))
    .filter((name) => name !== undefined && name !== null && name !== '');
