import { type Rights } from './rights';

const width = 120;

/** Rights as they stand in their file: as Prettier would write them. */
export const formatRights = (rights: Rights): string => `${format(rights, '', width)}\n`;

/** @param space what is left of the line after the indentation and before a comma */
function format(value: unknown, indent: string, space: number): string {
  if (Array.isArray(value)) return formatList(value, indent, space);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => {
      const start = `${inner}${JSON.stringify(key)}: `;
      return `${start}${format(each, inner, width - start.length - 1)}`;
    });
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

function formatList(list: readonly unknown[], indent: string, space: number): string {
  const short = `[${list.map((each) => JSON.stringify(each)).join(', ')}]`;
  const flat = list.every((each) => typeof each !== 'object');
  if (flat && short.length <= space) return short;
  const inner = `${indent}  `;
  const lines = list.map((each) => `${inner}${format(each, inner, width - inner.length - 1)}`);
  return `[\n${lines.join(',\n')}\n${indent}]`;
}
