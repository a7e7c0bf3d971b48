import { type Operator, operators } from '../../condition/operators';
import { type Box, boxOf, intersection, type Search } from '../box';
import { literalOf } from '../conditions/literal';
import { outsideAll } from '../gains';
import { tuples } from '../tuples';
import { actionPattern, resourcePattern } from '../language/pattern';
import { everything, includes, PatternList, type TextSet } from '../language/set';
import { type Escalation } from '../model';
import { type Side } from '../sides';
import { type EscalationSet, escalationSets } from './sets';

/** Sets of rights that are whole now and were not before, or reach further. */
export function escalationsOf(before: Side, after: Side, search: Search): Escalation[] {
  const asked = new Asked(before, after, search);
  return escalationSets.flatMap((set) => {
    const needs = [...(set.passesTo === undefined ? [] : ['iam:PassRole']), ...set.needs];
    const held = needs.map((need) => [need].flat().filter((action) => asked.allows(action, set)));
    if (held.some((actions) => actions.length === 0)) return [];
    const gained = held.flat().filter((action) => asked.gains(action, set));
    return gained.length === 0 ? [] : [{ name: set.name, gives: set.gives, actions: held.flat(), gained }];
  });
}

/** What is asked about single actions. */
class Asked {
  constructor(
    private readonly before: Side,
    private readonly after: Side,
    private readonly search: Search,
  ) {}

  allows = (action: string, set: EscalationSet): boolean =>
    this.some(
      action,
      set,
      (box) => this.search.outside({ ...box, within: new Set() }, [this.after.denies]) !== undefined,
    );

  gains(action: string, set: EscalationSet): boolean {
    const denies = [this.after.denies];
    const isNew = (box: Box) => outsideAll(box, this.before, denies, this.search) !== undefined;
    const isFreed = (box: Box) =>
      this.before.denies.rules.some(
        (rule) =>
          !this.after.denies.keys.has(rule.key) &&
          this.search.outside({ ...intersection(box, boxOf(rule)), within: new Set() }, denies) !== undefined,
      );
    return this.some(action, set, (box) => isNew(box) || isFreed(box));
  }

  /** Whether something holds for the action in one of the ways that now allow it. */
  private some(action: string, { onAny, passesTo }: EscalationSet, holds: (box: Box) => boolean): boolean {
    const name = action.toLowerCase();
    const any = onAny === undefined ? everything : exactly(onAny);
    const asked: Box = {
      actions: { all: [new PatternList([actionPattern(name)])], none: [] },
      resources: any,
      met: passesTo !== undefined && name === 'iam:passrole' ? [passedTo(passesTo)] : [],
      unmet: [],
      within: new Set(),
    };
    return this.after.ways.some((way) =>
      [...tuples(way.map((list) => list.rules.filter(({ actions }) => includes(actions, name))))].some((rules) =>
        holds([asked, ...rules.map(boxOf)].reduce(intersection)),
      ),
    );
  }
}

/** Texts of a pattern that have no more fields than it has: a `*` at the end of a field may stand for several. */
function exactly(pattern: string): TextSet {
  const longer = Array.from({ length: pattern.split(':').length + 1 }, () => '*').join(':');
  const list = (text: string) => new PatternList([resourcePattern(text, false) ?? []].flat());
  return { all: [list(pattern)], none: [list(longer)] };
}

const passedTo = (service: string) =>
  literalOf(
    {
      name: 'StringEquals',
      operator: operators.get('StringEquals') as Operator,
      ifExists: false,
      key: 'iam:PassedToService',
      values: [service],
    },
    false,
    false,
  );
