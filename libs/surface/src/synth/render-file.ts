import { isObject } from '../terraform/unreadable';
import { isUnknown } from '../model/value';
import type { Place } from './place';

/**
 * The text of a file, or with variables what it is as a template. Undefined: it cannot be read.
 *
 * @param render reads a template with these names
 */
export function renderedFile(
  { config }: Place,
  path: unknown,
  variables: unknown,
  render: (text: string, names: Readonly<Record<string, unknown>>) => unknown,
): unknown {
  const text = typeof path === 'string' ? config.code.file?.(path) : undefined;
  if (text === undefined || variables === undefined) return text;
  return isObject(variables) && !isUnknown(variables) ? render(text, variables) : undefined;
}
