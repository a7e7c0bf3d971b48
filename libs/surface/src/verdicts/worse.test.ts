import { differences, readPlans, type Finding } from '..';
import { handPlan, type HandChange } from '../../testing/hand-plan';
import { serviceTables } from './tables';
import type { Worse } from './verdicts';

const settings: readonly Setting[] = serviceTables.flatMap(({ types }) =>
  Object.entries(types).flatMap(([type, { worse = {} }]) =>
    Object.entries(worse).map(([path, each]) => ({
      ...{ type, path, ...each },
      address: `${type}.${path.replaceAll('.', '_')}`,
    })),
  ),
);

interface Setting extends Worse {
  readonly type: string;
  readonly path: string;
  /** Of the resource with this setting, in one plan of all. */
  readonly address: string;
}

/** A resource with the value, in blocks where the argument is in some. */
function having({ path, part }: Setting, value: unknown): Readonly<Record<string, unknown>> {
  const content = part === undefined || value === null ? value : JSON.stringify({ [part]: value });
  const parts = path.split('.').reverse();
  const values = parts.reduce<unknown>((inner, name, index) => {
    const holds = { [name]: inner };
    return index === parts.length - 1 ? holds : [holds];
  }, content) as Readonly<Record<string, unknown>>;
  return { name: 'a', ...values };
}

/** A value before and one that is worse. */
function worseValues({ by }: Worse): readonly [was: unknown, now: unknown] {
  switch (by) {
    case 'lower':
      return [20, 10];
    case 'higher':
      return [10, 20];
    case 'fewer':
      return [['a', 'b'], ['a']];
    case 'more':
      return [['a'], ['a', 'b']];
    case 'removed':
      return ['a', null];
    case 'set':
      return [null, 'a'];
    case 'later':
      return ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'];
    case 'longer':
      return ['PT1H', 'PT8H'];
    case 'weaker-tls':
      return ['ELBSecurityPolicy-TLS13-1-2-2021-06', 'ELBSecurityPolicy-2016-08'];
    case 'changed':
    case 'different':
      return ['a', 'b'];
    default:
      return [[by.at(-1)].flat()[0], [by[0]].flat()[0]];
  }
}

/** Better values are said only of settings that no other value is worse than. */
const isOrdered = ({ by }: Worse): boolean => by !== 'changed' && by !== 'different';

type Side = 'was' | 'now';

/** What the rules say of a plan in which every setting goes from one side to the other. */
function findingsFrom(from: Side, to: Side): readonly Finding[] {
  const changes = settings.map((setting): [string, HandChange] => {
    const [was, now] = worseValues(setting);
    const values = { was: having(setting, was), now: having(setting, now) };
    const isNew = setting.onlyNew === true && from !== to;
    return [setting.address, [isNew ? null : values[from], values[to]]];
  });
  return differences(readPlans([handPlan(Object.fromEntries(changes))]));
}

const says = (findings: readonly Finding[], { address, rule, message }: Setting): boolean =>
  findings.some(
    (each) =>
      each.address === address && each.rule === rule && each.message.includes(longestOf(message.split('{name}'))),
  );

const longestOf = (parts: readonly string[]): string =>
  parts.reduce((longest, part) => (part.length > longest.length ? part : longest));

const [worse, same, better] = [findingsFrom('was', 'now'), findingsFrom('now', 'now'), findingsFrom('now', 'was')];

it.each(settings.map((setting) => [`${setting.type} ${setting.path}`, setting] as const))(
  '%s: the rule of its table tells of a worse value, and not of a better one',
  (_, setting) => {
    expect(says(worse, setting)).toBe(true);
    expect(says(same, setting)).toBe(false);
    if (isOrdered(setting)) expect(says(better, setting)).toBe(false);
  },
);
