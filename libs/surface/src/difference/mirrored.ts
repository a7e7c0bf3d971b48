import { own } from '../own';
import { isObject } from '../terraform/unreadable';

interface Mirror {
  /** The resource that sets the same thing. */
  readonly type: string;
  /** Its arguments: which object it is for, and by what of that one. */
  readonly of: string;
  readonly by: string;
  /** What tells one entry from another, there; none: there is only one. */
  readonly entry?: string;
}

/** Arguments that repeat what a resource of its own says: they change when it is applied, and nobody changed them by hand. */
const MIRRORS: Readonly<Record<string, Mirror>> = {
  'aws_iam_role inline_policy': { type: 'aws_iam_role_policy', of: 'role', by: 'name', entry: 'name' },
  'aws_iam_role managed_policy_arns': {
    type: 'aws_iam_role_policy_attachment',
    of: 'role',
    by: 'name',
    entry: 'policy_arn',
  },
  'aws_api_gateway_rest_api policy': { type: 'aws_api_gateway_rest_api_policy', of: 'rest_api_id', by: 'id' },
  'aws_api_gateway_stage web_acl_arn': {
    type: 'aws_wafv2_web_acl_association',
    of: 'resource_arn',
    by: 'arn',
    entry: 'web_acl_arn',
  },
};

type Values = Readonly<Record<string, unknown>> | undefined;

/** What AWS counts or dates by itself. */
export const COUNTED: ReadonlySet<string> = new Set([
  'created_date',
  'creation_date',
  'estimated_number_of_users',
  'last_modified',
  'last_modified_date',
  'last_updated_date',
]);

/**
 * Whether a drift only shows what another resource had set, or what AWS counts.
 *
 * @param resources everything of the environment, since a stack can set what another one has; `before` is what each was applied with
 */
export function isMirrored(
  drift: { readonly type: string; readonly before: Values; readonly after: Values },
  argument: string,
  resources: readonly { readonly type: string; readonly before: Values }[],
): boolean {
  if (COUNTED.has(argument)) return true;
  const mirror = own(MIRRORS, `${drift.type} ${argument}`);
  if (!mirror) return false;
  const { type, of, by, entry } = mirror;
  const setters = resources.filter((each) => each.type === type && each.before?.[of] === drift.before?.[by]);
  if (entry === undefined) return setters.length > 0;
  const had = namesOf(drift.before?.[argument], entry);
  const set = setters.map(({ before }) => before?.[entry]);
  return namesOf(drift.after?.[argument], entry).every((name) => had.includes(name) || set.includes(name));
}

const namesOf = (value: unknown, entry: string): readonly unknown[] =>
  (Array.isArray(value) ? value : [value])
    .map((item) => (isObject(item) ? item[entry] : item))
    .filter((name) => name !== undefined && name !== null && name !== '');
