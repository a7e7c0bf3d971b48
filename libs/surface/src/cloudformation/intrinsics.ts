import { isUnknown, unknown } from '../model/value';
import { isObject } from '../terraform/unreadable';

/** What names in a template stand for. */
export interface Names {
  /** The value of a parameter or of a pseudo parameter, or of a resource; `unknown()` where it is not known. */
  readonly ref: (name: string) => unknown;
  readonly attribute: (resource: string, attribute: string) => unknown;
}

/** A value of a template without its functions. What they give is unknown where that is not in the template. */
export function resolved(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, names)).filter((item) => item !== NO_VALUE);
  if (!isObject(value) || isUnknown(value)) return value;
  const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
  if (others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) return call(name, argument, names);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, resolved(item, names)])
      .filter(([, item]) => item !== NO_VALUE),
  );
}

/** `AWS::NoValue` leaves the property out. */
export const NO_VALUE = Symbol('AWS::NoValue');

function call(name: string, argument: unknown, names: Names): unknown {
  if (name === 'Ref' && typeof argument === 'string') return names.ref(argument);
  if (name === 'Fn::GetAtt') {
    const [resource = '', ...path] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
    return names.attribute(resource, path.join('.'));
  }
  if (name === 'Fn::Sub') return substituted(argument, names);
  if (name === 'Fn::Join' && Array.isArray(argument)) {
    const parts = resolved(argument[1], names);
    return Array.isArray(parts) ? joined(parts, String(argument[0])) : unknown();
  }
  if (name === 'Fn::If' && Array.isArray(argument)) {
    const [one, other] = [resolved(argument[1], names), resolved(argument[2], names)];
    return JSON.stringify(one) === JSON.stringify(other) ? one : unknown();
  }
  return unknown();
}

function substituted(argument: unknown, names: Names): unknown {
  const [text, own] = Array.isArray(argument) ? (argument as unknown[]) : [argument, undefined];
  if (typeof text !== 'string') return unknown();
  const parts = text.split(/(\$\{[^}]*\})/).map((part) => {
    const name = /^\$\{([^!}][^}]*)\}$/.exec(part)?.[1];
    if (name === undefined) return part.replace('${!', '${');
    if (isObject(own) && name in own) return resolved(own[name], names);
    const [resource = '', ...path] = name.split('.');
    return path.length === 0 ? names.ref(resource) : names.attribute(resource, path.join('.'));
  });
  return joined(parts, '');
}

const joined = (parts: readonly unknown[], by: string): unknown =>
  parts.every((part) => typeof part === 'string' || typeof part === 'number') ? parts.join(by) : unknown();
