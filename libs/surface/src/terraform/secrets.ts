import { isUnknown, type Unknown } from '../model/value';
import { isObject } from './unreadable';

const HIDDEN: Unknown = { unknown: true, sensitive: true };

/**
 * Function environments are where people put secrets, and Terraform marks none of them. A plan or synthesized JSON is
 * read to be shown to people, so only the names are copied from there.
 */
export function hideSecrets(type: string, values: unknown): unknown {
  if (type !== 'aws_lambda_function' || !isObject(values) || values['environment'] === undefined)
    return values;
  return { ...values, environment: each(values['environment'], hideVariables) };
}

function hideVariables(block: unknown): unknown {
  if (!isObject(block) || isUnknown(block)) return block;
  const { variables } = block;
  if (variables === undefined || variables === null) return block;
  if (!isObject(variables) || isUnknown(variables)) return { ...block, variables: HIDDEN };
  return { ...block, variables: Object.fromEntries(Object.keys(variables).map((name) => [name, HIDDEN])) };
}

const each = (blocks: unknown, map: (block: unknown) => unknown): unknown =>
  Array.isArray(blocks) ? blocks.map(map) : map(blocks);
