import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceTables } from '@gatehouse/surface';
import { verdictPairs } from '@gatehouse/surface/testing';
import { catalogue } from '../fixtures/catalogue';
import { PLAIN_STACK } from './change';
import { evaluate } from './evaluate';
import { plansOf, workspaceRoot } from './plans';
import { reportedCases } from './reported';
import { rulesOf, VERDICTS_PAGE, verdictsPage } from './verdicts-page';

const TYPE = /(?:^|\.)(aws_[a-z0-9_]+)\.[^.]+$/;
const typeOf = (address: string): string => TYPE.exec(address.replace(/#.*|\[.*?\]/g, ''))?.[1] ?? '';

/** `type rule`: of a worse setting; of what is found there, and in a plan of one change of everything that the plan changes. */
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
  // Unit tests next to the tables make these changes, and those of all settings with worse values.
  for (const pair of Object.keys(verdictPairs)) proven.add(pair);
  for (const { types } of serviceTables) {
    for (const [type, { worse = {} }] of Object.entries(types))
      for (const { rule } of Object.values(worse)) proven.add(`${type} ${rule}`);
  }
  return proven;
}

describe('the verdicts', () => {
  it('name rules that fire at such a resource, in a kept plan or a unit test', () => {
    const proven = provenPairs();
    const pairs = serviceTables.flatMap(({ types }) =>
      Object.entries(types).flatMap(([type, verdicts]) => rulesOf(verdicts).map((rule) => `${type} ${rule}`)),
    );
    expect(pairs.filter((pair) => !proven.has(pair))).toEqual([]);
  });

  it(`are in ${VERDICTS_PAGE}`, () => {
    expect(readFileSync(join(workspaceRoot, VERDICTS_PAGE), 'utf8')).toBe(verdictsPage());
  });
});
