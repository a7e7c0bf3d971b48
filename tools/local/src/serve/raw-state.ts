import { describeKind, type TerraformState, UnreadableError } from '@gatehouse/surface';

type Json = Readonly<Record<string, unknown>>;

/** Of what `terraform show -json` prints. */
const SHOW_FORMAT = '1.0';
const RAW_VERSION = 4;

/** Whether this is the content of a `.tfstate` file, not what `terraform show -json` prints. */
export const isRawState = (content: unknown): content is Json =>
  isObject(content) && 'lineage' in content && 'serial' in content;

/**
 * A `.tfstate` file in the form of `terraform show -json`. Its version 4 is what Terraform since 0.12 and OpenTofu write.
 *
 * @param where the file, for messages
 * @throws UnreadableError for another version, and for what has no resources
 */
export function showRawState(raw: Json, where: string): TerraformState {
  if (raw['version'] !== RAW_VERSION) {
    const found = typeof raw['version'] === 'number' ? `version ${raw['version']}` : describeKind(raw['version']);
    const remedy = 'Give the output of `terraform show -json` instead.';
    throw new UnreadableError(`${where}: version`, `version ${RAW_VERSION} of a state file`, found, remedy);
  }
  const resources = list(raw['resources'], `${where}: resources`).flatMap((resource, index) => {
    const place = `${where}: resources[${index}]`;
    return list(resource['instances'], `${place}.instances`).map((instance) => shownResource(resource, instance));
  });
  return { format_version: SHOW_FORMAT, values: { root_module: { resources } } };
}

function shownResource(resource: Json, instance: Json): Json {
  const { deposed, index_key: key } = instance;
  const { mode, module, name, type } = resource;
  const parts = [module, mode === 'data' ? 'data' : undefined, type, name].filter((part) => part !== undefined);
  return {
    address: `${parts.join('.')}${key === undefined ? '' : `[${JSON.stringify(key)}]`}`,
    mode,
    type,
    values: instance['attributes'],
    ...(deposed !== undefined && { deposed_key: deposed }),
  };
}

function list(value: unknown, where: string): readonly Json[] {
  if (!Array.isArray(value)) throw new UnreadableError(where, 'a list', describeKind(value));
  value.forEach((each: unknown, index) => {
    if (!isObject(each)) throw new UnreadableError(`${where}[${index}]`, 'an object', describeKind(each));
  });
  return value as Json[];
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
