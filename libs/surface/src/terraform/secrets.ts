import { own } from '../own';
import { isUnknown, secret } from '../model/value';
import { isObject } from './unreadable';

const HIDDEN = secret();

/**
 * Where people put secrets and Terraform marks none of them. A plan or synthesized JSON is read to be shown to people, so
 * only the names are copied from there.
 */
export function hideSecrets(type: string, values: unknown): unknown {
  const [argument, hide] = own(PLACES, type) ?? [];
  if (!argument || !hide || !isObject(values) || values[argument] === undefined) return values;
  return { ...values, [argument]: each(values[argument], hide) };
}

/** The client secret of a company or social provider is one entry of a map that is public otherwise. */
function hideDetails(details: unknown): unknown {
  if (!isObject(details) || isUnknown(details)) return details;
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, /secret|private|password/i.test(name) ? HIDDEN : value]),
  );
}

function hideVariables(block: unknown): unknown {
  if (!isObject(block) || isUnknown(block)) return block;
  const { variables } = block;
  if (variables === undefined || variables === null) return block;
  if (!isObject(variables) || isUnknown(variables)) return { ...block, variables: HIDDEN };
  const shown = Object.entries(variables).map(([name, value]) => [name, PUBLIC.has(name) ? value : HIDDEN]);
  return { ...block, variables: Object.fromEntries(shown) };
}

/** Who may call what depends on it: names of groups and scopes. */
const PUBLIC = new Set(['GROUP_SCOPES']);

const each = (blocks: unknown, map: (block: unknown) => unknown): unknown =>
  Array.isArray(blocks) ? blocks.map(map) : map(blocks);

/** The argument that holds secrets, by type of resource. */
const PLACES: Readonly<Record<string, readonly [string, (value: unknown) => unknown]>> = {
  aws_lambda_function: ['environment', hideVariables],
  aws_cognito_identity_provider: ['provider_details', hideDetails],
};
