import type { TerraformPlan } from '@gatehouse/surface';
import { addAnswers } from './answers';
import { addCode } from './code';
import { Configured, type Instances } from './configured';
import type { Lines } from './lines';
import { addFiles } from './files';
import { Meaning } from './meaning';
import { PARTS, type Part } from './parts';
import type { DigestOptions, PlanDigest } from './plan-digest';
import { addressOf, isDone, placeOf, Planned } from './planned';
import { DOCUMENT } from './policy-document';
import { secretUses } from './secret-uses';
import { secretsOf } from './secrets-of';
import { addOutputs, addStatus, addVariables, unknownOutputs } from './sections';
import { givenAgain, unsaidAnswers, unsaidValues } from './unsaid';
import { fieldsOf, isClear, objectsIn, type Fields } from './values';

/** Everything that a digest is made of, part by part. */
export function planLines(
  plan: TerraformPlan,
  { configuration: code, providers = [], secretsKey }: DigestOptions,
  linesOf: (part: Part) => Lines,
): Omit<PlanDigest, 'digest' | 'parts'> {
  const content = plan as Fields;
  const configuration = fieldsOf(content['configuration']);
  const changes = objectsIn(content['resource_changes']);
  const written = writtenArguments(fieldsOf(configuration['root_module']));
  const secrets = secretsOf(content, written, secretsKey);
  const meaning = new Meaning(secrets);
  const planned = new Planned(meaning, secrets);
  const add = (entry: Fields, lines: Lines) => planned.add(entry, written.get(placeOf(entry)) ?? {}, lines);
  const of = Object.fromEntries(PARTS.map((part) => [part, linesOf(part)])) as Record<Part, Lines>;

  for (const [, entry] of inOrder(changes.filter(isDone), (each) => each)) add(entry, of.changes);
  const deferred = objectsIn(content['deferred_changes']);
  for (const [address, { reason, resource_change: entry }] of inOrder(deferred, (each) => each['resource_change'])) {
    of.deferred.add(address, 'why', String(reason));
    add(fieldsOf(entry), of.deferred);
  }
  addOutputs(content, meaning, of.outputs);
  addStatus(content, meaning, of.status);
  addVariables(content, meaning, of.variables);
  for (const provider of providers) of.providers.add('lock file', 'provider', provider);
  const instances = instancesOf(changes);
  const configured = new Configured(meaning, instances, of.configuration);
  configured.add(configuration);
  addAnswers(content['prior_state'], askedOf(configured.references, written, code), meaning, of.answers);
  const declared = new Set<string>();
  const unread = code ? addCode(code, meaning, of.code, instances, declared) : [];
  const files = addFiles(changes.filter(isDone), (name) => code?.hash?.(name), of.code);
  const open = [...configured.references.withoutText, ...unsaidValues(changes, written), ...unknownOutputs(content)];
  const undeclared = open.filter((each) => !declared.has(each.split(': ')[0] ?? ''));
  return {
    byReference: [...new Set([...unread, ...files, ...givenAgain(content), ...undeclared])].sort(),
    secrets: secrets.state,
    secretChanges: [...planned.secretChanges, ...secretUses(content, instances)],
    readAtApply: readAtApply(changes, configured.references.asked),
  };
}

/** Of which it is not known what they answer, and on what of the plan that is. */
function readAtApply(
  changes: readonly Fields[],
  asked: ReadonlyMap<string, ReadonlySet<string>>,
): PlanDigest['readAtApply'] {
  const read = changes.filter((entry) => entry['mode'] === 'data' && isDone(entry) && entry['type'] !== DOCUMENT);
  const places = [...new Set(read.map(placeOf))].sort();
  return places.flatMap((source) => {
    const usedBy = asked.get(source);
    return usedBy ? [{ source, usedBy: [...usedBy].sort() }] : [];
  });
}

/** The answers that count. Without the code a local may be made of any data source of its module. */
function askedOf(
  { answers, withLocals }: Configured['references'],
  written: ReadonlyMap<string, Fields>,
  code: DigestOptions['configuration'],
): Parameters<typeof addAnswers>[1] {
  const whole = code ? [] : [...written.keys()].filter((place) => isAnswerOf(place, withLocals));
  return { named: new Set([...answers, ...(code ? unsaidAnswers(code) : [])]), whole: new Set(whole) };
}

/** Whether a configured resource is a data source of one of the modules. */
function isAnswerOf(place: string, modules: ReadonlySet<string>): boolean {
  const [, module = '', rest = ''] = /^((?:module\.[^.]+\.)*)(.*)$/.exec(place) ?? [];
  return rest.startsWith('data.') && modules.has(module);
}

function inOrder(
  entries: readonly Fields[],
  changeOf: (entry: Fields) => unknown,
): readonly (readonly [string, Fields])[] {
  return entries
    .map((entry) => [addressOf(fieldsOf(changeOf(entry))), entry] as const)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
}

/** The expressions of each configured resource: `module.a.aws_x.y`. */
function writtenArguments(root: Fields): ReadonlyMap<string, Fields> {
  const found = new Map<string, Fields>();
  const open = [{ module: root, path: '' }];
  for (let each = open.pop(); each; each = open.pop()) {
    const { module, path } = each;
    for (const { address, expressions } of objectsIn(module['resources']))
      found.set(`${path}${String(address)}`, fieldsOf(expressions));
    for (const [name, call] of Object.entries(fieldsOf(module['module_calls'])))
      open.push({ module: fieldsOf(fieldsOf(call)['module']), path: `${path}module.${name}.` });
  }
  return found;
}

function instancesOf(changes: readonly Fields[]): ReadonlyMap<string, Instances> {
  const found = new Map<string, Instances>();
  for (const entry of changes) {
    const { before_sensitive: before, after_sensitive: after, after_unknown: unknown } = fieldsOf(entry['change']);
    const done = isDone(entry);
    const masks = [before, after].filter((mask) => !isClear(mask));
    const open = done && !isClear(unknown);
    // Of most there is nothing to be said.
    if (!done && masks.length === 0) continue;
    const place = placeOf(entry);
    const known = found.get(place) ?? { sensitive: [], unknown: [], isDone: false };
    known.sensitive.push(...masks);
    if (open) known.unknown.push(unknown);
    known.isDone ||= done;
    found.set(place, known);
  }
  return found;
}
