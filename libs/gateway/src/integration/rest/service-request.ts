import { type BindingRoute } from '../integration';
import { type MappedValue, type RequestValue } from '../request-value';
import { type MappingOptions } from './mapping';
import { Template } from './template';

type Request = Pick<MappingOptions, 'parameters' | 'requestTemplates'>;

/** A request of a service that takes forms. Undefined values are not sent. */
export function formRequest(
  route: BindingRoute,
  action: string,
  values: Readonly<Record<string, MappedValue | undefined>>,
): Request {
  const template = new Template(route).fixed(`Action=${action}`);
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) template.fixed(`&${name}=`).form(value);
  }
  return {
    parameters: { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    requestTemplates: { 'application/json': template.toString() },
  };
}

/** JSON whose texts are fixed or parts of the request. */
export type JsonShape =
  MappedValue | number | boolean | readonly JsonShape[] | { readonly [name: string]: JsonShape | undefined };

/** A request of a service that takes JSON. Undefined members are not sent. */
export function jsonRequest(route: BindingRoute, body: JsonShape, headers?: Readonly<Record<string, string>>): Request {
  const template = new Template(route);
  writeJson(template, body);
  return {
    ...(headers && { parameters: { headers } }),
    requestTemplates: { 'application/json': template.toString() },
  };
}

function writeJson(template: Template, shape: JsonShape): void {
  if (typeof shape === 'string' || isRequestValue(shape)) template.json(shape);
  else if (typeof shape !== 'object') template.fixed(String(shape));
  else if (Array.isArray(shape)) writeList(template, shape as readonly JsonShape[]);
  else writeMembers(template, shape as Readonly<Record<string, JsonShape | undefined>>);
}

function writeList(template: Template, items: readonly JsonShape[]): void {
  template.fixed('[');
  for (const [index, item] of items.entries()) {
    if (index > 0) template.fixed(',');
    writeJson(template, item);
  }
  template.fixed(']');
}

function writeMembers(template: Template, members: Readonly<Record<string, JsonShape | undefined>>): void {
  template.fixed('{');
  const given = Object.entries(members).filter((each): each is [string, JsonShape] => each[1] !== undefined);
  for (const [index, [name, value]] of given.entries()) {
    template.fixed(`${index > 0 ? ',' : ''}${JSON.stringify(name)}:`);
    writeJson(template, value);
  }
  template.fixed('}');
}

function isRequestValue(shape: JsonShape): shape is RequestValue {
  return typeof shape === 'object' && 'expression' in shape && typeof shape.expression === 'string';
}
