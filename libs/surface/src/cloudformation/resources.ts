import type { Resource } from '../terraform/resource';
import { isObject } from '../terraform/unreadable';
import { isUnknown, unknown } from '../model/value';
import { NO_VALUE, resolved, type Names } from './intrinsics';
import { parseTemplate, type Template } from './template';
import { READ, type Made } from './types';

/** The Terraform types that have a template. */
export const STACKS: readonly string[] = ['aws_cloudformation_stack', 'aws_cloudformation_stack_set'];

/** What a stack makes that the review reads, as resources of Terraform. */
export function resourcesOf(stack: Resource, account: string | undefined): readonly Resource[] {
  const template = parseTemplate(stack.raw('template_body'));
  if (!template) return [];
  const names = namesIn(stack, template, account);
  return entriesOf(template).flatMap(([id, type, properties]) => {
    const made = READ[type]?.(resolved(properties, names) as Made['values'], nameOf(stack, id, properties)) ?? [];
    const address = `${stack.address}#/Resources/${id}`;
    return made.map((each, index) =>
      stack.as({
        ...{ address: index === 0 ? address : `${address}/${index}`, type: each.type },
        values: { ...(index === 0 ? { arn: unknown([`${address}.arn`]) } : {}), ...each.values },
      }),
    );
  });
}

/** What is in a template, without functions. */
export function partsOf(stack: Resource, account: string | undefined): readonly Part[] {
  const template = parseTemplate(stack.raw('template_body'));
  if (!template) return [];
  const names = namesIn(stack, template, account);
  return entriesOf(template).map(([id, type, properties]) => ({
    id,
    type,
    properties: resolved(properties, names) as Part['properties'],
  }));
}

export interface Part {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const entriesOf = (template: Template): [id: string, type: string, properties: Readonly<Record<string, unknown>>][] => {
  const resources = template['Resources'];
  return Object.entries(isObject(resources) ? resources : {}).flatMap(([id, resource]) => {
    const [type, properties] = isObject(resource) ? [resource['Type'], resource['Properties']] : [];
    return typeof type === 'string' ? [[id, type, isObject(properties) ? properties : {}] as const] : [];
  }) as ReturnType<typeof entriesOf>;
};

/** CloudFormation makes a name of those of stack and resource, and an ending. */
function nameOf(stack: Resource, id: string, properties: Readonly<Record<string, unknown>>): string {
  const named = ['RoleName', 'UserName', 'GroupName', 'ManagedPolicyName'].map((key) => properties[key]);
  const written = named.find((name) => typeof name === 'string');
  const own = stack.peek('name');
  return typeof written === 'string' ? written : `${typeof own === 'string' ? own : stack.address}-${id}`;
}

function namesIn(stack: Resource, template: Template, account: string | undefined): Names {
  const [given, parameters] = [stack.raw('parameters'), template['Parameters']];
  const all = new Map(entriesOf(template).map(([id, , properties]) => [id, nameOf(stack, id, properties)]));
  return {
    ref: (name) => {
      if (name === 'AWS::NoValue') return NO_VALUE;
      if (name === 'AWS::AccountId') return account ?? unknown();
      if (name === 'AWS::Partition') return 'aws';
      if (name === 'AWS::Region') return 'the-region-of-the-stack';
      if (name === 'AWS::URLSuffix') return 'amazonaws.com';
      if (all.has(name)) return all.get(name);
      if (isObject(given) && !isUnknown(given) && name in given) return given[name];
      const parameter = isObject(parameters) ? parameters[name] : undefined;
      return isObject(parameter) && 'Default' in parameter ? String(parameter['Default']) : unknown();
    },
    attribute: (resource, attribute) =>
      attribute === 'Arn' && all.has(resource) ? unknown([`${stack.address}#/Resources/${resource}.arn`]) : unknown(),
  };
}
