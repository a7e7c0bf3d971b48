import { isUnknown } from '../model/value';
import type { ModuleCode } from '../synth/module-code';
import { type Address, WrittenValues } from '../synth/written-values';
import { findUnknown } from './convert';
import type { Resource } from './resource';
import { hideSecrets } from './secrets';
import { isObject } from './unreadable';

/**
 * Terraform marks a whole text as unknown when a single reference in it is, and tells of references through `local` only the name
 * of that. What the code says of such arguments is read there: with the values that the plan knows, and only the others unknown.
 *
 * @param resources as they are after the plan, of all stacks
 * @param before what is the very same there has nothing to be read
 * @param code by the names of the stacks that the plans have; only asked for where something is unknown
 */
export function withWritten(
  resources: readonly Resource[],
  before: readonly Resource[],
  code: () => Readonly<Record<string, ModuleCode>>,
): readonly Resource[] {
  const stays = new Set(before);
  let written: WrittenValues | undefined;
  const planned = new Map<string, Resource>();
  const make = () => {
    for (const resource of resources) planned.set(keyOf(resource.stack, resource.address), resource);
    return new WrittenValues(code(), (stack, address, attribute) => {
      const value = planned.get(keyOf(stack, address))?.raw(attribute);
      return isUnknown(value) && !value.sensitive ? undefined : value;
    });
  };
  return resources.map((resource) => {
    const { stack } = resource;
    const isOpen = stack !== undefined && resource.mode !== 'data' && !stays.has(resource);
    const open = isOpen ? openArguments(resource) : [];
    if (stack === undefined || open.length === 0) return resource;
    const values = (written ??= make());
    const address = addressOf(resource.address);
    const filled = open.flatMap((name) => {
      const value = address && values.argument(stack, address, name);
      const is = resource.raw(name);
      const becomes = value === undefined ? is : fill(is, value);
      return becomes === is ? [] : [[name, becomes] as const];
    });
    if (filled.length === 0) return resource;
    return resource.with(hideSecrets(resource.type, Object.fromEntries(filled)) as Record<string, unknown>);
  });
}

/** Names of arguments that are written, and of which something is unknown. */
function openArguments(resource: Resource): readonly string[] {
  return resource.names().filter((name) => {
    const open = findUnknown(resource.raw(name));
    return open !== undefined && !open.unset;
  });
}

/** What the plan knows stays; in place of what is unknown stands what is written. */
function fill(planned: unknown, written: unknown): unknown {
  if (isUnknown(planned)) {
    if (planned.sensitive || planned.unset) return planned;
    return isUnknown(written) && (!written.references || written.references.length === 0) ? planned : written;
  }
  if (Array.isArray(planned)) {
    const items = Array.isArray(written) ? written : [written];
    if (items.length !== planned.length) return planned;
    const filled = planned.map((item, index) => fill(item, items[index]));
    return filled.some((item, index) => item !== planned[index]) ? filled : planned;
  }
  if (!isObject(planned) || !isObject(written) || isUnknown(written)) return planned;
  const names = Object.keys(planned).filter((name) => Object.hasOwn(written, name) && findUnknown(planned[name]));
  const filled = names.map((name) => [name, fill(planned[name], written[name])] as const);
  return filled.some(([name, value]) => value !== planned[name])
    ? { ...planned, ...Object.fromEntries(filled) }
    : planned;
}

/** `module.a["x"].module.b.data.aws_x.y[0]` */
function addressOf(address: string): Address | undefined {
  if (PLAIN.test(address)) return { module: '', name: address };
  const found =
    /^((?:module\.[^.[]+(?:\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.)*)((?:data\.)?[^.[]+\.[^.[]+)(?:\[(.+)\])?$/.exec(address);
  if (!found) return undefined;
  const [, module = '', name = '', key] = found;
  return {
    module: module.replace(/\.$/, ''),
    name,
    ...(key !== undefined && { key: JSON.parse(key) as string | number }),
  };
}

/** `aws_x.y`, as nearly all are. */
const PLAIN = /^(?!module\.|data\.)[^.[]+\.[^.[]+$/;

const keyOf = (stack: string | undefined, address: string): string => `${stack ?? ''} ${address}`;
