import { isObject } from '../terraform/unreadable';
import type { Template } from './template';
import { HARMLESS } from './types';

/** What stands in for resources that CloudFormation makes only when it applies the template. */
export interface Hidden {
  /** `MyMacro`, `AWS::Include`, `Fn::ForEach::Roles` */
  readonly name: string;
  /** Where it can add no more than properties of a resource that gives no access. */
  readonly isHarmless: boolean;
  /** The same text makes the same, but for macros of the whole template, which see what else changes. */
  readonly text: string;
}

/**
 * Transforms, macros and loops of a template.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html
 */
export function hiddenIn(template: Template): readonly Hidden[] {
  const whole = [...listed(template['Transform']), ...listed(template['Fn::Transform'])].map(nameOf);
  const resources = template['Resources'];
  return [
    ...whole
      .filter((name) => !SHOWN.test(name))
      .map((name) => ({ name, isHarmless: false, text: JSON.stringify(template) })),
    ...Object.entries(isObject(resources) ? resources : {}).flatMap(([id, resource]) => inResource(id, resource)),
  ];
}

/** Transforms of AWS that make only what the template says, by types that are named in it. */
const SHOWN =
  /^AWS::(LanguageExtensions|Serverless-2016-10-31|SecretsManager-\d{4}-\d{2}-\d{2}|CodeDeployBlueGreen|ServiceCatalog)$/;

function inResource(id: string, resource: unknown): Hidden[] {
  const text = JSON.stringify(resource) ?? '';
  if (id === 'Fn::Transform') return listed(resource).map((each) => ({ name: nameOf(each), isHarmless: false, text }));
  if (id.startsWith(LOOP)) return isLoopOfHarmless(resource) ? [] : [{ name: id, isHarmless: false, text }];
  const type = isObject(resource) ? resource['Type'] : undefined;
  const isHarmless = typeof type === 'string' && HARMLESS.test(type);
  return within(resource).flatMap(([key, value]) => {
    if (key === 'Fn::Transform') return listed(value).map((each) => ({ name: nameOf(each), isHarmless, text }));
    return key.startsWith(LOOP) && !isHarmless ? [{ name: key, isHarmless, text }] : [];
  });
}

const LOOP = 'Fn::ForEach::';

/** `[name, values, { id: resource }]` */
const isLoopOfHarmless = (loop: unknown): boolean => {
  const made: unknown = Array.isArray(loop) ? loop[2] : undefined;
  return (
    isObject(made) &&
    Object.entries(made).every(([id, resource]) =>
      id.startsWith(LOOP)
        ? isLoopOfHarmless(resource)
        : isObject(resource) && HARMLESS.test(String(resource['Type'])) && inResource(id, resource).length === 0,
    )
  );
};

/** All keys inside a value. */
const within = (value: unknown): readonly (readonly [key: string, value: unknown])[] => {
  if (Array.isArray(value)) return value.flatMap(within);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [[key, item] as const, ...within(item)]);
};

const nameOf = (transform: unknown): string => {
  const name = isObject(transform) ? transform['Name'] : transform;
  return typeof name === 'string' ? name : 'a transform';
};

const listed = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value];
