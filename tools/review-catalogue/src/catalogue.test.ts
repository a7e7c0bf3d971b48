import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differenceRules, environmentRules, postureRules, refusalRules, SEVERITIES } from '@gatehouse/surface';
import { catalogue } from '../fixtures/catalogue';
import { isDangerous, type Change } from './change';
import { evaluate, type Evaluated } from './evaluate';
import { PAGE, pageOf } from './page';
import { plansOf, workspaceRoot } from './plans';
import { RULES_PAGE, rulesPageOf } from './rules-page';
import { isOfModules } from './shapes';
import { readWords } from './words';

const keptWords = readWords();

const reviews = new Map<Change, Evaluated>();

/** Reviewed once. */
function evaluated(change: Change): Evaluated {
  const review = reviews.get(change) ?? evaluate(change, plansOf(change));
  reviews.set(change, review);
  return review;
}

const rules = [...differenceRules, ...postureRules, ...environmentRules];

/** No Terraform of today writes them, or an environment has to be known; see the tests beside the rules. */
const NOT_IN_REAL_PLANS = [
  'action-unknown',
  'change-deferred',
  'unknown-scope',
  'unreadable-body',
  'cognito-default-mail',
  'ses-sandbox',
  'password-in-state',
  'schema-not-kept',
];

it.each(catalogue.map((change) => [change.id, change] as const))('%s is reviewed as expected', (_, change) => {
  const { missing, unexpected, wrongVerdict, words } = evaluated(change);
  expect({ missing, unexpected, wrongVerdict, words }).toEqual({
    missing: [],
    unexpected: [],
    wrongVerdict: false,
    // After an intended change of a sentence: npx gatehouse review-catalogue --pages
    words: keptWords.get(change.id),
  });
});

describe('every rule', () => {
  const covered = rules.map(({ id }) => id).filter((id) => !NOT_IN_REAL_PLANS.includes(id));

  it.each(covered)('%s fires in one change and is quiet in another that comes close', (id) => {
    const fires = catalogue.some(({ expected }) => expected.some((each) => each.split(' ')[1] === id));
    const quiet = catalogue.some((change) => change.quiet?.some((each) => each.split(' ')[0] === id));
    expect([fires, quiet]).toEqual([true, true]);
  });

  it('is quiet where a change says so', () => {
    const noisy = catalogue.flatMap((change) => {
      const { found } = evaluated(change);
      const at = found.map((each) => each.split(' ').slice(1).join(' '));
      return (change.quiet ?? []).filter((quiet) => at.some((each) => `${each} `.startsWith(`${quiet} `)));
    });
    expect(noisy).toEqual([]);
  });

  it('is quiet at resources that are in the plan', () => {
    const missing = catalogue.flatMap((change) =>
      (change.quiet ?? []).flatMap((each) => {
        const [, address] = each.split(' ');
        return address === undefined || addressesOf(change).has(address) ? [] : [`${change.id}: ${each}`];
      }),
    );
    expect(missing).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('has at least 400 changes, each once, 130 of them harmless and 150 in the shapes of public modules', () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(400);
    expect(catalogue.filter((change) => !isDangerous(change)).length).toBeGreaterThanOrEqual(130);
    expect(catalogue.filter(isOfModules).length).toBeGreaterThanOrEqual(150);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  it('names rules and severities that exist', () => {
    const ids = new Set([...rules, ...refusalRules].map(({ id }) => id));
    const unknown = catalogue.flatMap(({ expected, quiet = [] }) => [
      ...expected.filter((each) => {
        const [severity = '', rule = ''] = each.split(' ');
        return !ids.has(rule) || !(SEVERITIES as readonly string[]).includes(severity);
      }),
      ...quiet.filter((each) => !ids.has(each.split(' ')[0] ?? '')),
    ]);
    expect(unknown).toEqual([]);
  });

  it(`is in ${PAGE}`, () => {
    expect(read(PAGE)).toBe(pageOf(catalogue));
  });
});

it(`every rule is in ${RULES_PAGE}`, () => {
  expect(read(RULES_PAGE)).toBe(rulesPageOf(read(RULES_PAGE)));
});

const read = (page: string): string => readFileSync(join(workspaceRoot, page), 'utf8');

/** Of everything that its plans are about: resources and checks. */
const addressesOf = (change: Change): Set<string> =>
  new Set(
    Object.values(plansOf(change)).flatMap(({ resource_changes = [], checks = [] }) => [
      ...resource_changes.map(({ address }) => address),
      ...(checks as { address: { to_display: string } }[]).map(({ address }) => address.to_display),
    ]),
  );
