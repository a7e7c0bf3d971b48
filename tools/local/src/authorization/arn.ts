import { resourceCalled } from './policies';
import { type Parameters, type Question } from './question';
import { type ResourceKind } from './reference';

/** ARNs of that kind that the parameters name; empty when they name none. */
export function fill(kind: ResourceKind, question: Question): string[] {
  const strings = stringsIn(question.parameters);
  const known = strings.flatMap((text) => resourceCalled(question, text)?.arn ?? []);
  const given = [...known, ...strings].filter((arn) => kind.patterns.some((pattern) => matches(pattern, arn)));
  if (given.length > 0) return [...new Set(given)];
  return kind.patterns.flatMap((pattern) => filled(pattern, question)).slice(0, MOST);
}

const MOST = 100;

/** Names of parameters for variables that are called otherwise. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  alarmname: ['AlarmNames'],
  eventbusname: ['EventBusName'],
  identityname: ['Source', 'FromEmailAddress'],
  keyid: ['KeyId', 'TargetKeyId'],
  parameternamewithoutleadingslash: ['Name', 'Names', 'Path'],
  policynamewithpath: ['PolicyName'],
  rolenamewithpath: ['RoleName'],
  groupnamewithpath: ['GroupName'],
  usernamewithpath: ['UserName'],
  secretid: ['SecretId', 'Name'],
  statemachinename: ['name'],
  topicname: ['Name'],
};

/** The pattern with its variables replaced, once for each value; none when one of them has no value. */
function filled(pattern: string, question: Question): string[] {
  const { caller, parameters, region } = question;
  const [, partition] = caller.principal.roleArn.split(':');
  let all = [''];
  for (const part of pattern.split(/(\$\{[^}]+\})/)) {
    const variable = /^\$\{(.+)\}$/.exec(part)?.[1];
    const values =
      variable === undefined
        ? [part]
        : ({ Partition: [partition as string], Region: [region], Account: [caller.accountId] }[variable] ??
          valuesOf(variable, parameters));
    all = all.flatMap((start) => values.map((value) => start + value));
  }
  return all;
}

function valuesOf(variable: string, parameters: Parameters): string[] {
  const name = variable.toLowerCase();
  const names = [name, ...(otherNames[name] ?? []).map((each) => each.toLowerCase())];
  for (const each of names) {
    const [, value] = Object.entries(parameters).find(([key]) => key.toLowerCase() === each) ?? [];
    const texts = [value].flat().filter((text): text is string => typeof text === 'string' && text !== '');
    if (texts.length > 0) return name.endsWith('leadingslash') ? texts.map((text) => text.replace(/^\//, '')) : texts;
  }
  return [];
}

/** Whether a value is an ARN of that pattern. */
function matches(pattern: string, arn: string): boolean {
  if (!arn.startsWith('arn:')) return false;
  const literal = pattern.split(/\$\{[^}]+\}/).map((text) => text.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^:]*?')}$`).test(arn);
}

/** Every text of the parameters that may name a resource. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length <= 2048 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
