import { type Box, boxOf, intersection, type Point, type Search } from './box';
import { exceptionsAdded } from './exceptions';
import { exceptions, forAnyValue, limited, type Limits, newPatterns, type RuleGain, within } from './rule-gain';
import { isSameStatement } from './same-statement';
import { type Side } from './sides';
import { tuples } from './tuples';

/** What a `Deny` denied that nothing denies now. */
export function lostDenies(before: Side, after: Side, search: Search, limits: Limits): RuleGain[] {
  const lost = before.denies.rules.filter(({ key }) => !after.denies.keys.has(key));
  return lost.flatMap((rule) => {
    const denied = limited(boxOf(rule), limits);
    const freeIn = (box: Box) => search.outside({ ...box, within: new Set() }, [after.denies]);
    const free = freeIn(denied);
    if (free === undefined) return [];
    const point = allowedNow(forAnyValue(denied), after, search);
    const gone = (name: 'actions' | 'resources', written: readonly string[]) =>
      newPatterns(
        rule,
        name,
        written,
        (narrow) => freeIn({ ...denied, [name]: within(denied[name], narrow) }) !== undefined,
      );
    const { actions, resources } = rule.statement;
    const added = exceptionsAdded(rule, after.denies);
    return [
      {
        rule,
        lostDeny: true,
        eased: after.denies.rules.some((each) => !before.denies.keys.has(each.key) && isSameStatement(each, rule)),
        actions: added?.actions ?? exceptions(actions.not, gone('actions', actions.patterns)),
        resources:
          added?.resources ?? (resources ? exceptions(resources.not, gone('resources', resources.patterns)) : []),
        point: point ?? free,
        assumed: point === undefined,
        unconfined: false,
        lifted: [],
      },
    ];
  });
}

/** A request of what was denied that is allowed now. */
function allowedNow(denied: Box, after: Side, search: Search): Point | undefined | 'open' {
  let open: 'open' | Point | undefined;
  for (const way of after.ways) {
    for (const rules of tuples(way.map((list) => list.rules))) {
      const box = [denied, ...rules.map(boxOf)].reduce(intersection);
      const point = search.outside({ ...box, within: new Set() }, [after.denies]);
      if (point && point !== 'open' && !point.open) return point;
      open = point ?? open;
    }
  }
  return open;
}
