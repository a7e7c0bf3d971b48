import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ourRules } from '../findings';
import { commonVerdicts, serviceTables } from './tables';
import type { TypeVerdicts, WholeVerdict } from './verdicts';

const types = serviceTables.flatMap(({ types, prefixes }) =>
  Object.entries(types).map(([type, verdicts]) => ({ type, verdicts, prefixes })),
);

/** Maps of which each entry has a verdict. */
const MAPS = ['aws_cognito_identity_pool_roles_attachment roles'];

const provider = JSON.parse(readFileSync(join(__dirname, '../../verdicts/provider/arguments.json'), 'utf8')) as {
  readonly types: readonly string[];
  readonly arguments: Readonly<Record<string, string>>;
};

describe('the tables of verdicts', () => {
  const leftOut = serviceTables.flatMap(({ leftOut = {} }) => Object.keys(leftOut));

  it('have every type that the provider has of these services, or say why not', () => {
    expect([...types.map(({ type }) => type), ...leftOut].sort()).toEqual([...provider.types].sort());
  });

  it.each(types.map(({ type, verdicts }) => [type, verdicts] as const))(
    '%s has a verdict on each argument that the provider has, and on no other',
    (type, verdicts) => {
      const paths = provider.arguments[type]?.split(' ') ?? [];
      const named = namedIn(verdicts);
      const isPartOf = (path: string, whole: string) => path === whole || path.startsWith(`${whole}.`);
      const isSaid = (path: string) =>
        path === '' ||
        (path.split('.')[0] ?? '') in commonVerdicts ||
        named.some((each) => isPartOf(path, each) || (isPartOf(each, path) && MAPS.includes(`${type} ${path}`)));
      expect(paths.filter((path) => !isSaid(path))).toEqual([]);
      expect(named.filter((each) => !paths.some((path) => isPartOf(path, each) || isPartOf(each, path)))).toEqual([]);
    },
  );

  it.each(types.map(({ type, ...each }) => [type, each] as const))('%s is of its service, in order', (type, each) => {
    expect(each.prefixes.some((prefix) => type.startsWith(prefix))).toBe(true);
    // What no rule can judge has a reason: a list of what nobody has looked at is for teams alone.
    expect(each.verdicts.without).toBe(undefined);
    // One argument has one verdict.
    const all = namedIn(each.verdicts);
    expect(all).toEqual([...new Set(all)]);
  });

  it('say nothing twice of a type', () => {
    const named = [
      ...types.map(({ type }) => type),
      ...serviceTables.flatMap(({ leftOut = {} }) => Object.keys(leftOut)),
    ];
    expect(named).toEqual([...new Set(named)]);
  });

  it('name rules that exist', () => {
    const ids = new Set(ourRules.map(({ id }) => id));
    const unknown = types.flatMap(({ type, verdicts }) => rulesOf(verdicts).map((rule) => `${type} ${rule}`));
    expect(unknown.filter((each) => !ids.has(each.split(' ')[1] ?? ''))).toEqual([]);
  });

  it('call better, partly and new only what is looked at by hand', () => {
    const wrong = types.flatMap(({ type, verdicts: { better = {}, partly = {}, new: onNew = {}, byHand = {} } }) =>
      [
        ...Object.keys(better),
        ...Object.keys(partly).filter((path) => !['created', 'deleted'].includes(path)),
        ...(typeof onNew === 'string' ? [] : Object.keys(onNew)),
      ]
        .filter((path) => !(path in byHand))
        .map((path) => `${type} ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it('name the rule that judges what is worse, and say it in a sentence', () => {
    const all = types.flatMap(({ type, verdicts: { judged = {}, partly = {}, worse = {} } }) =>
      Object.entries(worse).map(([path, each]) => ({
        ...{ type, path, ...each },
        judged: [judged[path] ?? partly[path] ?? []].flat(),
      })),
    );
    expect(all.filter(({ judged, rule }) => !judged.includes(rule))).toEqual([]);
    expect(all.filter(({ message }) => !/^([A-Z]|\{name\}).*\.$/.test(message))).toEqual([]);
    expect(all.filter(({ initially, onlyNew }) => onlyNew && initially === undefined)).toEqual([]);
  });

  it('give a reason in a sentence', () => {
    const reasons = types.flatMap(({ verdicts: { byHand = {}, created, deleted, harmless = {}, new: onNew = {} } }) => [
      ...Object.values(harmless),
      ...Object.values(byHand),
      ...(typeof onNew === 'string' ? [onNew] : Object.values(onNew)),
      ...[created?.harmless, deleted?.harmless].filter((reason) => reason !== undefined),
    ]);
    expect(reasons.filter((reason) => !/^[A-Z].*\.$/.test(reason))).toEqual([]);
  });
});

const namedIn = ({ byHand = {}, harmless = {}, judged = {} }: TypeVerdicts): readonly string[] =>
  [judged, harmless, byHand].flatMap(Object.keys);

const rulesOf = ({ created, deleted, judged = {} }: TypeVerdicts): readonly string[] =>
  [...Object.values(judged), whole(created), whole(deleted)].flat();

const whole = (verdict: WholeVerdict | undefined): string | readonly string[] => verdict?.judged ?? [];
