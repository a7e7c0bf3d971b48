import type { ModuleCode } from '../synth/module-code';
import type { TerraformPlan } from './plan';
import { isObject } from './unreadable';

/**
 * The root module of a plan, as far as its `configuration` repeats it: a text with references in it stands there as
 * `constant_value` where the code is JSON, as that of CDKTF is; of HCL only the references are there.
 */
export function writtenIn({ configuration }: TerraformPlan): ModuleCode {
  const root = isObject(configuration) ? configuration['root_module'] : undefined;
  const resources = isObject(root) && Array.isArray(root['resources']) ? root['resources'].filter(isObject) : [];
  const content: Record<'data' | 'resource', Record<string, Record<string, unknown>>> = { data: {}, resource: {} };
  for (const { mode, type, name, expressions, for_each_expression: forEach } of resources) {
    if (typeof type !== 'string' || typeof name !== 'string') continue;
    const section = content[mode === 'data' ? 'data' : 'resource'];
    const block = { ...(constantsIn(expressions) as object), ...optionalForEach(forEach) };
    section[type] = { ...section[type], [name]: block };
  }
  return { content };
}

/** Arguments of which the text is there, in blocks too. */
function constantsIn(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(constantsIn);
  if (!isObject(node)) return undefined;
  if ('constant_value' in node) return node['constant_value'];
  // Also what is made from nothing that has an address: `timestamp()`.
  if ('references' in node || Object.keys(node).length === 0) return undefined;
  return Object.fromEntries(
    Object.entries(node).flatMap(([name, inner]) => {
      const value = constantsIn(inner);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function optionalForEach(node: unknown): object {
  const value = isObject(node) ? node['constant_value'] : undefined;
  return value === undefined ? {} : { for_each: value };
}
