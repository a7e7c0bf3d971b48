import { describeKind, isObject, UnreadableError } from '../terraform/unreadable';
import type { PlannedChange, PlanStatus } from './planned-change';

type Check = PlanStatus['checks'][number];
type Content = Readonly<Record<string, unknown>>;

/** What a plan says of itself; flags that its Terraform does not write yet stay `undefined`. */
export function readStatus(content: Content, where: string, deferred: PlanStatus['deferred']): PlanStatus {
  return {
    errored: content['errored'] === true,
    complete: flag(content['complete']),
    applyable: flag(content['applyable']),
    terraformVersion: text(content['terraform_version']),
    checks: [
      ...entries(content, 'checks', where).flatMap(readCheck),
      ...entries(content, 'condition_results', where).flatMap(readConditionResult),
    ],
    deferred,
    actionInvocations: [
      ...entries(content, 'action_invocations', where).map(invocation),
      ...entries(content, 'deferred_action_invocations', where).map((entry) =>
        invocation(isObject(entry['action_invocation']) ? entry['action_invocation'] : {}),
      ),
    ],
  };
}

export function readDeferred(
  content: Content,
  where: string,
  read: (entry: unknown, where: string, index: number) => PlannedChange,
): PlanStatus['deferred'] {
  return entries(content, 'deferred_changes', where).map((entry, index) => ({
    ...read(entry['resource_change'], `${where}: deferred_changes`, index),
    why: text(entry['reason']) ?? 'unknown',
  }));
}

/** A list of objects, or nothing: older Terraform leaves it out. */
export function entries(content: Content, name: string, where: string): readonly Content[] {
  const list = content[name] ?? [];
  if (!Array.isArray(list)) throw new UnreadableError(`${where}: ${name}`, 'a list', describeKind(list));
  const alien = list.findIndex((entry) => !isObject(entry));
  if (alien === -1) return list;
  throw new UnreadableError(`${where}: ${name}[${alien}]`, 'an object', describeKind(list[alien]));
}

/** `checks`: of a block, its instances, and what each says (Terraform 1.3 and later). */
function readCheck({ address, status, instances }: Content): Check[] {
  if (status === 'pass') return [];
  const name = isObject(address) ? text(address['to_display']) : undefined;
  const messages = objects(instances)
    .flatMap(({ problems }) => objects(problems))
    .flatMap(({ message }) => text(message) ?? []);
  return [{ address: name ?? 'check', status: problemStatus(status), messages }];
}

/** `condition_results`: what 1.2 alphas wrote. */
function readConditionResult({ address, result, unknown, error_message: message }: Content): Check[] {
  if (result === true) return [];
  return [
    {
      address: text(address) ?? 'condition',
      status: unknown === true ? 'unknown' : 'fail',
      messages: [text(message)].filter((each) => each !== undefined),
    },
  ];
}

/** A status that is not known here is not a pass. */
const problemStatus = (status: unknown): Check['status'] =>
  status === 'fail' || status === 'error' ? status : 'unknown';

const invocation = ({ address, type }: Content): string => text(address) ?? text(type) ?? 'an action';
const objects = (value: unknown): readonly Content[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
