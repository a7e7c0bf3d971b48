import {
  didYouMean,
  knownArguments,
  serviceTables,
  UnreadableError,
  type TypeVerdicts,
  type Verdicts,
} from '@gatehouse/surface';

/**
 * Whether verdicts are of arguments that there are, and none calls harmless what the code of a rule judges: the rule would
 * report it all the same.
 *
 * @throws UnreadableError names the first that is wrong
 */
export function checkArguments(file: string, verdicts: Verdicts): void {
  for (const [type, each] of Object.entries(verdicts)) {
    const refuse = (place: readonly string[], expected: string, found: string, advice?: string): never => {
      throw new UnreadableError([file, 'verdicts', type, ...place].join(': '), expected, found, advice);
    };
    const known = knownArguments(type);
    for (const [section, argument] of argumentsIn(each)) {
      if (known.length === 0 || known.includes(argument)) continue;
      const advice = didYouMean(argument, known) ?? `It has ${known.slice(0, 8).join(', ')}.`;
      refuse([section, argument], `an argument of ${type}`, JSON.stringify(argument), advice);
    }
    const ours = serviceTables.find(({ types }) => Object.hasOwn(types, type))?.types[type];
    for (const argument of Object.keys(each.harmless ?? {})) {
      const rules = rulesByCode(ours, argument);
      if (rules.length > 0) refuse(['harmless', argument], 'an argument that no rule judges', judgedBy(rules), ACCEPT);
    }
    for (const part of ['created', 'deleted'] as const) {
      const rules = each[part]?.harmless === undefined ? undefined : ours?.[part]?.judged;
      if (rules) refuse([part, 'harmless'], 'what no rule judges', judgedBy(rules), ACCEPT);
    }
  }
}

/** Rules that do not ask the tables: which values of a setting are worse they know from there, and then not at all. */
function rulesByCode(ours: TypeVerdicts | undefined, argument: string): readonly string[] {
  const { judged = {}, worse = {} } = ours ?? {};
  const rules = Object.hasOwn(judged, argument) ? [judged[argument] ?? []].flat() : [];
  const table = Object.hasOwn(worse, argument) ? worse[argument]?.rule : undefined;
  return rules.filter((rule) => rule !== table);
}

const judgedBy = (rules: string | readonly string[]): string => `one that is judged by ${[rules].flat().join(', ')}`;

const ACCEPT = 'Accept its findings one by one in "suppressions".';

function argumentsIn(verdicts: Verdicts[string]): readonly (readonly [section: string, argument: string])[] {
  const { without = [], created, deleted } = verdicts;
  const of = (section: string, names: readonly string[]) => names.map((name) => [section, name] as const);
  const inTables = (['judged', 'harmless', 'new', 'better', 'partly'] as const).flatMap((section) => {
    const table = verdicts[section];
    const names = typeof table === 'object' ? Object.keys(table) : [];
    // Rules may judge some of the creation, or of the deletion.
    return of(section, section === 'partly' ? names.filter((name) => name !== 'created' && name !== 'deleted') : names);
  });
  return [
    ...inTables,
    ...of('without', without),
    ...of('created', created?.of === undefined ? [] : [created.of]),
    ...of('deleted', deleted?.of === undefined ? [] : [deleted.of]),
  ];
}
