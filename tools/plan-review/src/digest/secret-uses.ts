import type { Instances } from './configured';
import { isDone, placeOf } from './planned';
import { fieldsOf, isClear, isObject, objectsIn, partOf, type Fields } from './values';

/**
 * Secrets that an apply hands on and no change has: to a program that it runs, to an argument that is only written
 * (`password_wo`), and to an output.
 *
 * @param instances what the plan says of configured resources
 * @returns `aws_x.y: password_wo`
 */
export function secretUses(content: Fields, instances: ReadonlyMap<string, Instances>): readonly string[] {
  const root = fieldsOf(fieldsOf(content['configuration'])['root_module']);
  const written = resourcesIn({ module: root, path: '', secrets: secretVariables(root) });
  // Most plans have none.
  const changes = written.size === 0 ? [] : objectsIn(content['resource_changes']).filter(isDone);
  const uses = changes.flatMap((entry) => {
    const found = written.get(placeOf(entry));
    if (!found) return [];
    const isSecret = (reference: unknown) => isSecretReference(String(reference), found, instances);
    const names = argumentsSent(found.resource, fieldsOf(entry['change'])).filter(([, node]) =>
      referencesIn(node).some(isSecret),
    );
    return names.map(([name]) => `${String(entry['address'])}: ${name}`);
  });
  return [...uses, ...outputs(fieldsOf(content['output_changes']))];
}

interface Place {
  readonly module: Fields;
  /** `module.a.`; empty in the root module. */
  readonly path: string;
  /** Names of variables that hold a secret. */
  readonly secrets: ReadonlySet<string>;
}

interface Written extends Place {
  readonly resource: Fields;
}

/** Configured resources of which something is sent that no change has. */
function resourcesIn(top: Place): ReadonlyMap<string, Written> {
  const found = new Map<string, Written>();
  const open = [top];
  for (let place = open.pop(); place; place = open.pop()) {
    const { module, path, secrets } = place;
    for (const resource of objectsIn(module['resources']))
      if (isSending(resource)) found.set(`${path}${String(resource['address'])}`, { ...place, resource });
    for (const [name, call] of Object.entries(fieldsOf(module['module_calls']))) {
      const { module: inner, expressions } = fieldsOf(call);
      const given = Object.entries(fieldsOf(expressions)).filter(([, node]) =>
        referencesIn(node).some((reference) => isVariable(reference, secrets)),
      );
      const child = fieldsOf(inner);
      const names = [...secretVariables(child), ...given.map(([argument]) => argument)];
      open.push({ module: child, path: `${path}module.${name}.`, secrets: new Set(names) });
    }
  }
  return found;
}

const isSending = ({ provisioners, expressions }: Fields): boolean =>
  provisioners !== undefined || Object.keys(fieldsOf(expressions)).some((name) => WRITE_ONLY.test(name));

/** Arguments that are sent, and in no state. */
export const WRITE_ONLY = /_wo$/;

/** What is sent by what is done: programs run for what is made or goes away, values are written with another version. */
function argumentsSent({ provisioners, expressions }: Fields, change: Fields): readonly (readonly [string, unknown])[] {
  const { actions, before, after } = change;
  const isMade = String(actions).includes('create');
  const runs = provisioners !== undefined && (isMade || String(actions).includes('delete'));
  const isSent = (name: string) =>
    WRITE_ONLY.test(name) && (isMade || fieldsOf(before)[`${name}_version`] !== fieldsOf(after)[`${name}_version`]);
  return [
    ...(runs ? [['provisioners', provisioners] as const] : []),
    ...Object.entries(fieldsOf(isObject(after) ? expressions : undefined)).filter(([name]) => isSent(name)),
  ];
}

function isSecretReference(
  reference: string,
  { module, path, resource, secrets }: Written,
  instances: ReadonlyMap<string, Instances>,
): boolean {
  const [kind = '', name = '', ...rest] = reference.replaceAll(/\[[^\]]*\]/g, '').split('.');
  if (kind === 'var') return secrets.has(name);
  // What a local is made of, no plan says.
  if (kind === 'local') return secrets.size > 0;
  if (kind === 'module') {
    const { module: inner } = fieldsOf(fieldsOf(module['module_calls'])[name]);
    return fieldsOf(fieldsOf(fieldsOf(inner)['outputs'])[String(rest[0])])['sensitive'] === true;
  }
  if (kind === 'self') return isMarked(instances.get(`${path}${String(resource['address'])}`), name);
  const [source, argument] =
    kind === 'data' ? [`data.${name}.${String(rest[0])}`, rest[1]] : [`${kind}.${name}`, rest[0]];
  return isMarked(instances.get(`${path}${source}`), argument);
}

/** Next to a reference to an argument there is one to the whole, which says nothing more. */
const isMarked = (known: Instances | undefined, argument: string | undefined): boolean =>
  argument !== undefined &&
  argument !== '' &&
  (known?.sensitive ?? []).some((mask) => !isClear(partOf(mask, argument)));

const isVariable = (reference: unknown, secrets: ReadonlySet<string>): boolean => {
  const [kind, name = ''] = String(reference).split(/[.[]/);
  return (kind === 'var' && secrets.has(name)) || (kind === 'local' && secrets.size > 0);
};

/** In an expression, a block, or a list of them. */
function referencesIn(node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (typeof node !== 'object' || node === null) return [];
  const { references, ...others } = node as Fields;
  return [
    ...(Array.isArray(references) ? (references as readonly unknown[]) : []),
    ...Object.values(others).flatMap(referencesIn),
  ];
}

const secretVariables = ({ variables }: Fields): ReadonlySet<string> =>
  new Set(
    Object.entries(fieldsOf(variables)).flatMap(([name, each]) => (fieldsOf(each)['sensitive'] === true ? [name] : [])),
  );

/** Outputs that are known, and another secret than before. */
const outputs = (changes: Fields): readonly string[] =>
  Object.entries(changes).flatMap(([name, change]) => {
    const { actions, after, after_sensitive: mask } = fieldsOf(change);
    const isKnown = after !== undefined && after !== null;
    return String(actions) !== 'no-op' && isKnown && !isClear(mask) ? [`output.${name}`] : [];
  });
