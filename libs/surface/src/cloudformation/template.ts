import type * as Yaml from 'yaml';
import { isUnknown } from '../model/value';
import { isObject } from '../terraform/unreadable';

export type Template = Readonly<Record<string, unknown>>;

/** A template of CloudFormation, as JSON or as YAML with its short tags; nothing where it cannot be read. */
export function parseTemplate(text: unknown): Template | undefined {
  if (typeof text !== 'string' || isUnknown(text)) return undefined;
  try {
    const parsed: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : parseYaml(text);
    return isObject(parsed) && isObject(parsed['Resources']) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
const FUNCTIONS = [
  ...['Base64', 'Cidr', 'FindInMap', 'GetAZs', 'If', 'ImportValue', 'Join', 'Select', 'Split', 'Sub', 'Transform'],
  ...['And', 'Equals', 'Not', 'Or', 'Length', 'ToJsonString', 'ForEach'],
];

/** Loaded when it is needed: most plans have no template. */
function parseYaml(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it always, or be asynchronous
  const { parse } = require('yaml') as typeof Yaml;
  return parse(text, { customTags: [...FUNCTIONS.flatMap((name) => tagsOf(name, `Fn::${name}`)), ...named()] });
}

const named = (): Yaml.Tags => [
  ...tagsOf('Ref', 'Ref'),
  ...tagsOf('Condition', 'Condition'),
  ...tagsOf('GetAtt', 'Fn::GetAtt'),
];

/** `!Sub text`, `!Join [...]`, `!Transform { ... }` */
const tagsOf = (short: string, name: string): Yaml.Tags => {
  const tag = `!${short}`;
  const inside = (value: Yaml.YAMLSeq | Yaml.YAMLMap) => ({ [name]: value.toJSON() as unknown });
  return [
    { tag, resolve: (value: string) => ({ [name]: value }) },
    { tag, collection: 'seq', resolve: (value) => inside(value as Yaml.YAMLSeq) },
    { tag, collection: 'map', resolve: (value) => inside(value as Yaml.YAMLMap) },
  ];
};
