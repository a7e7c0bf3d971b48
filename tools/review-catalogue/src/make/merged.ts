import { type PlanJson } from '@gatehouse/terraform';
import { PLAIN_STACK, type Change, type Edit } from '../change';
import { isJsonObject, mergePatch, type Json, type JsonObject, type TerraformJson } from '../json';
import { INNER, modulesOf } from '../shapes';

/** Whether a change can be planned in one stack with others: its resources have names of their own. */
export const isMergeable = ({ edit }: Change): boolean =>
  PLAIN_STACK in edit.before && edit.alone !== true && edit.planArguments === undefined;

/** All of these changes as one. */
export const merged = (changes: readonly Change[]): Edit => {
  const all = (side: 'before' | 'after') => ({
    [PLAIN_STACK]: changes.map(({ edit }) => edit[side][PLAIN_STACK] ?? {}).reduce(together, {}),
  });
  const state = changes.reduce<NonNullable<Edit['state']>>((known, { edit }) => ({ ...known, ...edit.state }), {});
  return { before: all('before'), after: all('after'), state };
};

/** What the plan of all says of one change. */
export function cutOut({ edit }: Change, plan: PlanJson): PlanJson {
  const own = addressesOf(edit);
  const modules = Object.values({ ...edit.before, ...edit.after }).flatMap(modulesIn);
  // A resource says its module; in the configuration of a module it has no place of its own.
  const isOwn = (address: string) => {
    const plain = address.replace(/\[[^\]]*\]/g, '');
    return own.has(plain) || modules.some((name) => `${plain}.`.startsWith(`module.${name}.`));
  };
  const only = <T>(items: readonly T[] | undefined, key: keyof T) => items?.filter((item) => isOwn(String(item[key])));
  const { resource_changes, resource_drift, relevant_attributes, ...rest } = plan;
  return JSON.parse(
    JSON.stringify({
      ...rest,
      resource_changes: only(resource_changes, 'address'),
      resource_drift: only(resource_drift, 'address'),
      relevant_attributes: only(relevant_attributes, 'resource'),
    }),
    // Resources of the state, of what is planned and of the configuration.
    (key, value: unknown) => {
      if (key === 'provider_config') return { aws: (value as { aws: unknown }).aws };
      // Terraform writes none where there is none.
      if (key === 'module_calls') return unlessEmpty(onlyCalls(value as JsonObject, modules));
      if (key === 'prior_state') return isEmptyState(value as State) ? undefined : value;
      const isList = LISTS.has(key) && Array.isArray(value) && value.every(hasAddress);
      const kept = isList ? only(value as { address: string }[], 'address') : value;
      return key === 'child_modules' ? unlessEmpty(kept as object) : kept;
    },
  ) as PlanJson;
}

interface State {
  readonly values?: {
    readonly root_module: { readonly resources?: readonly unknown[]; readonly child_modules?: object };
  };
}

const isEmptyState = ({ values: { root_module: root } = { root_module: {} } }: State): boolean =>
  (root.resources ?? []).length === 0 && root.child_modules === undefined;

const LISTS = new Set(['resources', 'child_modules']);

/** Calls in a module that is called are its own. */
const onlyCalls = (calls: JsonObject, modules: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(calls).filter(([name]) => modules.includes(name) || name === INNER));

const unlessEmpty = <T extends object>(value: T): T | undefined => (Object.keys(value).length > 0 ? value : undefined);

const modulesIn = (configuration: TerraformJson | undefined): readonly string[] =>
  entriesOf(configuration?.['module']).map(([name]) => name);

/** Statements of policies have `resources` too. */
const hasAddress = (item: unknown): boolean => typeof item === 'object' && item !== null && 'address' in item;

function addressesOf({ before, after }: Edit): ReadonlySet<string> {
  const configurations = [before, after].flatMap((stacks) => {
    const stack = stacks[PLAIN_STACK] ?? {};
    return [stack, ...modulesOf(stack).map(([, module]) => module)];
  });
  const addresses = configurations.flatMap((configuration) =>
    ['resource', 'data'].flatMap((mode) =>
      entriesOf(configuration[mode]).flatMap(([type, all]) =>
        entriesOf(all).map(([name]) => `${mode === 'data' ? 'data.' : ''}${type}.${name}`),
      ),
    ),
  );
  return new Set(addresses);
}

/** Lists of blocks are joined. */
function together(one: TerraformJson, other: TerraformJson): TerraformJson {
  const lists = Object.entries(other).flatMap(([key, value]) =>
    Array.isArray(value) ? [[key, [...((one[key] as readonly Json[] | undefined) ?? []), ...value]] as const] : [],
  );
  return { ...(mergePatch(one, other) as TerraformJson), ...Object.fromEntries(lists) };
}

const entriesOf = (value: Json | undefined) => (isJsonObject(value) ? Object.entries(value) : []);
