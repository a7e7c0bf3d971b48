import type { SynthesizedStack } from '../synth/resources';
import type { TerraformPlan } from './plan';
import { isObject } from './unreadable';

/**
 * The root module of a plan, as far as its `configuration` repeats it: a text with references in it stands there as
 * `constant_value` where the code is JSON, as that of CDKTF is; of HCL only the references are there.
 */
export function writtenIn({ configuration }: TerraformPlan): SynthesizedStack {
  const root = isObject(configuration) ? configuration['root_module'] : undefined;
  const resources = isObject(root) && Array.isArray(root['resources']) ? root['resources'].filter(isObject) : [];
  const stack: Record<'data' | 'resource', Record<string, Record<string, unknown>>> = { data: {}, resource: {} };
  for (const { mode, type, name, expressions } of resources) {
    if (typeof type !== 'string' || typeof name !== 'string') continue;
    const section = stack[mode === 'data' ? 'data' : 'resource'];
    section[type] = { ...section[type], [name]: bodyIn(expressions) };
  }
  return stack;
}

function bodyIn(expressions: unknown): object {
  const body = isObject(expressions) ? expressions['body'] : undefined;
  const text = isObject(body) ? body['constant_value'] : undefined;
  return typeof text === 'string' ? { body: text } : {};
}
