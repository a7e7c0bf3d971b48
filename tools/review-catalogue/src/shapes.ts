import { PLAIN_STACK, type Change, type Expected } from './change';
import { isJsonObject, type Json, type JsonObject, type TerraformJson } from './json';

/** The module in a module. */
export const INNER = 'inner';

/** How public modules write resources. */
const SHAPES = ['count', 'module', 'for-each', 'nested', 'module-for-each'] as const;
export type Shape = (typeof SHAPES)[number];

/** The same changes as public modules write them, in each shape in turn; what cannot be written so stays as it is. */
export function inShapes(changes: readonly Change[]): readonly Change[] {
  let turn = 0;
  return changes.map((change) =>
    canBeShaped(change) ? shaped(change, SHAPES[turn++ % SHAPES.length] ?? 'count') : change,
  );
}

/** The same change in another shape: its addresses are others, and its findings the same. */
export function shaped(change: Change, shape: Shape): Change {
  const { edit, expected, id, quiet } = change;
  const module = id.replaceAll('-', '_');
  const { key, place, write } = SHAPED[shape];
  const names = new Set([edit.before, edit.after].flatMap((stacks) => addressesOf(stacks[PLAIN_STACK] ?? {})));
  const said = <T extends string>(texts: readonly T[]) =>
    texts.map((text) => {
      const [, before = '', address = '', rest = ''] = /^(.* )([\w.]+)(#.*)?$/.exec(text) ?? [];
      return (names.has(address) ? `${before}${place(module)}${address}${key}${rest}` : text) as T;
    });
  const stack = (stacks: Change['edit']['before']) => ({
    [PLAIN_STACK]: write(indexed(stacks[PLAIN_STACK] ?? {}, names, key), module),
  });
  return {
    ...change,
    expected: said<Expected>(expected),
    ...(quiet && { quiet: said(quiet) }),
    edit: { ...edit, before: stack(edit.before), after: stack(edit.after) },
  };
}

const SHAPED: Readonly<Record<Shape, Form>> = {
  count: { key: '[0]', place: () => '', write: (configuration) => configuration },
  'for-each': { key: '["main"]', place: () => '', write: (configuration) => configuration },
  module: { key: '[0]', place: (module) => `module.${module}.`, write: (own, module) => called(own, module) },
  'module-for-each': {
    key: '',
    place: (module) => `module.${module}["main"].`,
    write: (own, module) => called(own, module, { for_each: '${toset(["main"])}' }),
  },
  nested: {
    key: '["main"]',
    place: (module) => `module.${module}.module.${INNER}.`,
    write: (own, module) => called(own, module, {}, INNER),
  },
};

interface Form {
  /** The key of each resource. */
  readonly key: string;
  /** In front of the address of each resource. */
  readonly place: (module: string) => string;
  readonly write: (configuration: TerraformJson, module: string) => TerraformJson;
}

/** Whether it is plain resources and data sources, each one of its own. */
export function canBeShaped({ edit: { after, alone, before, planArguments } }: Change): boolean {
  const stacks = [before[PLAIN_STACK], after[PLAIN_STACK]];
  return (
    PLAIN_STACK in before &&
    alone !== true &&
    planArguments === undefined &&
    stacks.every((stack) => Object.keys(stack ?? {}).every((each) => ['resource', 'data'].includes(each))) &&
    !/"(count|for_each|lifecycle|provider|provisioner|depends_on)":/.test(JSON.stringify(stacks))
  );
}

/** Whether it is plain Terraform as public modules have it. */
export function isOfModules({ edit: { after } }: Change): boolean {
  const stack = after[PLAIN_STACK];
  if (stack === undefined) return false;
  const apis = ['aws_api_gateway_rest_api', 'aws_apigatewayv2_api'].flatMap((type) =>
    Object.keys(((stack['resource'] as JsonObject | undefined)?.[type] ?? {}) as JsonObject),
  );
  return (
    apis.length > 1 ||
    stack['module'] !== undefined ||
    stack['data'] !== undefined ||
    /"(count|for_each|body)":/.test(JSON.stringify(stack))
  );
}

/** Each resource with `count` or `for_each`, and the references to it. */
function indexed(configuration: TerraformJson, names: ReadonlySet<string>, key: string): TerraformJson {
  if (key === '') return configuration;
  const many: JsonObject = key === '[0]' ? { count: '${true ? 1 : 0}' } : { for_each: '${toset(["main"])}' };
  return mapResources(replaced(configuration, names, key) as TerraformJson, (_, body) => ({ ...many, ...body }));
}

function replaced(value: Json, names: ReadonlySet<string>, key: string): Json {
  if (typeof value === 'string')
    return value.replace(/\$\{[^}]*\}/g, (text) =>
      text.replace(/(?:data\.)?aws_\w+\.\w+/g, (name) => (names.has(name) ? `${name}${key}` : name)),
    );
  if (Array.isArray(value)) return value.map((each: Json) => replaced(each, names, key));
  return isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, each]) => [name, each === undefined ? each : replaced(each, names, key)]),
      )
    : value;
}

/**
 * A call of a module that has the resources. What is written as text is said by the caller, in variables.
 *
 * @param inner calls it from a module in between, which hands the variables on
 */
function called(configuration: TerraformJson, module: string, call: JsonObject = {}, inner?: string): TerraformJson {
  if (addressesOf(configuration).length === 0) return {};
  const given: Record<string, Json> = {};
  const own = mapResources(configuration, (address, body) =>
    Object.fromEntries(
      Object.entries(body).map(([argument, value]) => {
        if (typeof value !== 'string' || value.includes('${')) return [argument, value];
        const name = `${address}_${argument}`.replaceAll('.', '_');
        given[name] = value;
        return [argument, `\${var.${name}}`];
      }),
    ),
  );
  // A block without labels is an error.
  const variables =
    Object.keys(given).length === 0
      ? {}
      : { variable: Object.fromEntries(Object.keys(given).map((name) => [name, {}])) };
  const handedOn = Object.fromEntries(Object.keys(given).map((name) => [name, `\${var.${name}}`]));
  const source = `./modules/${module}`;
  const modules: JsonObject =
    inner === undefined
      ? { [module]: { ...variables, ...own } }
      : {
          [module]: { ...variables, module: { [inner]: { source: `./${inner}`, ...handedOn } } },
          [`${module}/${inner}`]: { ...variables, ...own },
        };
  return { [MODULES]: modules, module: { [module]: { source, ...call, ...given } } };
}

/** A comment for Terraform: the modules of a stack, by folder. */
const MODULES = '//';

export const modulesOf = (configuration: TerraformJson): readonly (readonly [path: string, module: JsonObject])[] =>
  Object.entries(configuration['module'] === undefined ? {} : (configuration[MODULES] as JsonObject)).map(
    ([path, module]) => [path, module as JsonObject],
  );

function mapResources(
  configuration: TerraformJson,
  map: (address: string, body: JsonObject) => JsonObject,
): TerraformJson {
  const entries = ['resource', 'data'].flatMap((mode) => {
    const types = configuration[mode];
    if (!isJsonObject(types)) return [];
    const mapped = Object.entries(types).map(([type, all]) => [
      type,
      Object.fromEntries(
        Object.entries(all as JsonObject).map(([name, body]) => [
          name,
          map(`${mode === 'data' ? 'data.' : ''}${type}.${name}`, body as JsonObject),
        ]),
      ),
    ]);
    return [[mode, Object.fromEntries(mapped)]];
  });
  return Object.fromEntries(entries) as TerraformJson;
}

const addressesOf = (configuration: TerraformJson): readonly string[] =>
  ['resource', 'data'].flatMap((mode) =>
    Object.entries((configuration[mode] ?? {}) as JsonObject).flatMap(([type, all]) =>
      Object.keys(all as JsonObject).map((name) => `${mode === 'data' ? 'data.' : ''}${type}.${name}`),
    ),
  );
