import type { Lines } from './lines';
import type { Meaning } from './meaning';
import { fieldsOf, isClear, isObject, objectsIn, sortedKeys, type Fields } from './values';

/** Outputs that change, and what they become. */
export function addOutputs(content: Fields, meaning: Meaning, lines: Lines): void {
  const declared = fieldsOf(rootOf(content)['outputs']);
  for (const [name, output] of sorted(content['output_changes'])) {
    const { actions, after, after_unknown: unknown, before_sensitive: was, after_sensitive: is } = output;
    if (String(actions) === 'no-op') continue;
    const isSecret = fieldsOf(declared[name])['sensitive'] === true;
    lines.add(`output ${name}`, 'what is done', meaning.written(actions));
    lines.add(
      `output ${name}`,
      'value',
      meaning.value(after, { unknown, sensitive: [isSecret, was, is], strict: true }),
    );
  }
}

/** Outputs that are only known after the apply, of which the plan has no text. */
export function unknownOutputs(content: Fields): readonly string[] {
  const declared = fieldsOf(rootOf(content)['outputs']);
  return sorted(content['output_changes']).flatMap(([name, { after_unknown: unknown }]) => {
    const expression = fieldsOf(fieldsOf(declared[name])['expression']);
    return isClear(unknown) || 'constant_value' in expression ? [] : [`output.${name}`];
  });
}

/** Whether the plan is whole, what its checks say, and what it invokes. */
export function addStatus(content: Fields, meaning: Meaning, lines: Lines): void {
  lines.add('plan', 'failed', String(content['errored'] === true));
  // Older Terraform does not say it; then nothing was targeted by what it knows.
  lines.add('plan', 'whole', String(content['complete'] !== false));
  const checks = objectsIn(content['checks']).map(({ address, status, instances }) => [
    meaning.written(address),
    meaning.written([
      status,
      ...objectsIn(instances)
        .map((each) => meaning.written([each['address'], each['status']]))
        .sort(),
    ]),
  ]);
  for (const [address = '', said = ''] of checks.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)))
    lines.add(`check ${address}`, 'status', said);
  for (const name of ['action_invocations', 'deferred_action_invocations', 'condition_results']) {
    for (const text of objectsIn(content[name])
      .map((each) => invocation(each, meaning))
      .sort())
      lines.add('plan', name.replaceAll('_', ' '), text);
  }
  // What a newer Terraform says.
  for (const name of sortedKeys(content))
    if (!KNOWN.has(name) && content[name] !== null) lines.add('plan', name, meaning.written(content[name]));
}

function invocation(entry: Fields, meaning: Meaning): string {
  const {
    action_invocation: deferred,
    config_values: values,
    config_sensitive: mask,
    config_unknown: unknown,
    ...rest
  } = entry;
  const inner = isObject(deferred) ? invocation(deferred, meaning) : '';
  return [meaning.written(rest), meaning.value(values, { unknown, sensitive: [mask], strict: true }), inner].join(' ');
}

export function addVariables(content: Fields, meaning: Meaning, lines: Lines): void {
  const declared = fieldsOf(rootOf(content)['variables']);
  for (const [name, { value, ...rest }] of sorted(content['variables'])) {
    const isSecret = fieldsOf(declared[name])['sensitive'] === true;
    lines.add(`var.${name}`, 'value', meaning.value(value, { sensitive: [isSecret], strict: true }));
    for (const key of sortedKeys(rest)) lines.add(`var.${name}`, key, meaning.written(rest[key]));
  }
}

/** Parts of a plan that are read here, or that mean nothing: `means-nothing.ts` says why. */
const KNOWN = new Set([
  'action_invocations',
  'applyable',
  'checks',
  'complete',
  'condition_results',
  'configuration',
  'deferred_action_invocations',
  'deferred_changes',
  'errored',
  'format_version',
  'output_changes',
  'planned_values',
  'prior_state',
  'relevant_attributes',
  'resource_changes',
  'resource_drift',
  'terraform_version',
  'timestamp',
  'variables',
]);

const rootOf = (content: Fields): Fields => fieldsOf(fieldsOf(content['configuration'])['root_module']);
const sorted = (fields: unknown): (readonly [string, Fields])[] =>
  sortedKeys(fieldsOf(fields)).map((key) => [key, fieldsOf(fieldsOf(fields)[key])] as const);
