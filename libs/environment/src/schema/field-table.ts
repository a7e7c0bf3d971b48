import { type SettingsSchema } from './environment';
import { type FieldSchema, resolvedSchema } from './json-schema';

/** Every field of an environment file as a Markdown table, for docs/environments.md. */
export function fieldTable(settings?: SettingsSchema): string {
  const rows = rowsOf(resolvedSchema(settings), '', true);
  return ['| Field | Value | | What it is |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function rowsOf(field: FieldSchema, path: string, required: boolean): string[] {
  const own = path === '' ? [] : [row(field, path, required)];
  const needed = field.required ?? [];
  const members = Object.entries(field.properties ?? {}).flatMap(([name, member]) =>
    rowsOf(member, path === '' ? name : `${path}.${name}`, needed.includes(name)),
  );
  const { additionalProperties: any, items } = field;
  return [
    ...own,
    ...members,
    ...(typeof any === 'object' ? rowsOf(any, `${path}.*`, false) : []),
    ...(items?.properties ? rowsOf(items, `${path}[]`, false).slice(1) : []),
    ...(field.anyOf ?? []).flatMap((branch) => (branch.properties ? rowsOf(branch, path, false).slice(1) : [])),
  ];
}

function row(field: FieldSchema, path: string, required: boolean): string {
  const fallback = field.default === undefined ? 'optional' : `default \`${JSON.stringify(field.default)}\``;
  const needed = required ? 'needed' : path.endsWith('*') ? '' : fallback;
  const description = (field.description ?? '')
    .replace(/https:\S+?(?=\.?$|\.? )/g, (page) => `[AWS](${page})`)
    .replaceAll('|', '\\|');
  return `| \`${path}\` | ${valuesOf(field)} | ${needed} | ${description} |`;
}

/** A longer list of values is left to the editor. */
const mostListed = 20;

function valuesOf(field: FieldSchema): string {
  if (field.enum && field.enum.length <= mostListed)
    return field.enum.map((value) => `\`${JSON.stringify(value)}\``).join(', ');
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.anyOf) return field.anyOf.map(valuesOf).join(', ');
  if (field.type === 'array') return `list${field.items?.enum ? ` of ${valuesOf(field.items)}` : ''}`;
  return field.type ?? '';
}
