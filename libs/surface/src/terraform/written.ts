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
  const sections = { data: new Map<string, Map<string, object>>(), resource: new Map<string, Map<string, object>>() };
  for (const { mode, type, name, expressions, for_each_expression: forEach } of resources) {
    if (typeof type !== 'string' || typeof name !== 'string') continue;
    const section = sections[mode === 'data' ? 'data' : 'resource'];
    const blocks = section.get(type) ?? new Map<string, object>();
    section.set(type, blocks.set(name, { ...(constantsIn(expressions) as object), ...optionalForEach(forEach) }));
  }
  return { content: { data: blocksOf(sections.data), resource: blocksOf(sections.resource) } };
}

const blocksOf = (section: ReadonlyMap<string, ReadonlyMap<string, object>>) =>
  Object.fromEntries([...section].map(([type, blocks]) => [type, Object.fromEntries(blocks)]));

/** Arguments of which the text is there, in blocks too. */
function constantsIn(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(constantsIn);
  if (!isObject(node)) return undefined;
  if ('constant_value' in node) return node['constant_value'];
  // Also what is made from nothing that has an address: `timestamp()`.
  if ('references' in node || Object.keys(node).length === 0) return undefined;
  const constants: [string, unknown][] = [];
  for (const name in node) {
    const value = constantsIn(node[name]);
    if (value !== undefined) constants.push([name, value]);
  }
  return Object.fromEntries(constants);
}

function optionalForEach(node: unknown): object {
  const value = isObject(node) ? node['constant_value'] : undefined;
  return value === undefined ? {} : { for_each: value };
}
