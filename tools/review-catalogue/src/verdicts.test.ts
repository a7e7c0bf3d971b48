import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceTables } from '@gatehouse/surface';
import { catalogue } from '../fixtures/catalogue';
import { PLAIN_STACK } from './change';
import { evaluate } from './evaluate';
import { plansOf, workspaceRoot } from './plans';
import { reportedCases } from './reported';
import { rulesOf, VERDICTS_PAGE, verdictsPage } from './verdicts-page';

/** A rule that a type's table names, and no kept plan of such a change in which it fires yet. May only get shorter. */
const UNPROVEN = readFileSync(join(__dirname, '../verdicts-unproven.txt'), 'utf8').trim().split('\n');

const TYPE = /(?:^|\.)(aws_[a-z0-9_]+)\.[^.]+$/;
const typeOf = (address: string): string => TYPE.exec(address.replace(/#.*|\[.*?\]/g, ''))?.[1] ?? '';

/** `type rule`: of what is found there, and in a plan of one change of everything that the plan changes. */
function provenPairs(): ReadonlySet<string> {
  const proven = new Set<string>();
  const add = (found: readonly string[], types: readonly string[]) => {
    for (const each of found) {
      const [, rule = '', ...address] = each.split(' ');
      for (const type of [typeOf(address.join(' ')), ...types]) proven.add(`${type} ${rule}`);
    }
  };
  for (const change of catalogue) {
    const plans = plansOf(change);
    const planned = Object.values(plans).flatMap(({ resource_changes: changes = [] }) => changes);
    const types = planned
      .filter((each) => !['no-op', 'read'].includes(each.change.actions.join()))
      .map(({ address }) => typeOf(address));
    add(evaluate(change, plans).found, PLAIN_STACK in change.edit.after && types.length <= 12 ? types : []);
  }
  for (const { findings } of reportedCases()) add(findings, []);
  return proven;
}

describe('the verdicts', () => {
  it('name rules that fire at such a resource, in a plan that is kept', () => {
    const proven = provenPairs();
    const pairs = serviceTables.flatMap(({ types }) =>
      Object.entries(types).flatMap(([type, verdicts]) => rulesOf(verdicts).map((rule) => `${type} ${rule}`)),
    );
    expect(pairs.filter((pair) => !proven.has(pair) && !UNPROVEN.includes(pair))).toEqual([]);
    expect(UNPROVEN).toEqual([...new Set(UNPROVEN)].sort());
  });

  it(`are in ${VERDICTS_PAGE}`, () => {
    expect(readFileSync(join(workspaceRoot, VERDICTS_PAGE), 'utf8')).toBe(verdictsPage());
  });
});
