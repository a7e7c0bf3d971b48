import { secret } from '../model/value';
import type { TerraformPlan } from './plan';
import { isObject } from './unreadable';

/** The values of the variables of a plan's root module; those that are declared sensitive are not copied. */
export function variablesOf({ configuration, variables }: TerraformPlan): Readonly<Record<string, unknown>> {
  const root = isObject(configuration) ? configuration['root_module'] : undefined;
  const declared = isObject(root) && isObject(root['variables']) ? root['variables'] : {};
  return Object.fromEntries(
    Object.entries(isObject(variables) ? variables : {}).map(([name, variable]) => {
      const declaration = declared[name];
      const isSecret = isObject(declaration) && declaration['sensitive'] === true;
      return [name, isSecret ? secret() : isObject(variable) ? variable['value'] : undefined];
    }),
  );
}
