import { reviewEnvironment, reviewOf, renderJson, renderMarkdown, renderTerminal } from '@gatehouse/plan-review';
import { UnreadableError, type TerraformPlan } from '@gatehouse/surface';
import { planTexts, type Plan } from './plans';
import { scramble } from './scramble';
import { worsenings } from './worst';

/** 20,000 of each by `FUZZ_CASES=20000`; a part of them in every run of the tests. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 150);

/** A permissions boundary cuts what its policies allow. */
const BOUNDED = ['boundary-narrower another-team', 'iam-bounded-widened another-team'];

const plans = planTexts();
const read = (text: string): Plan => JSON.parse(text) as Plan;
const review = (plan: Plan) => reviewEnvironment({ plans: { fuzzed: plan as TerraformPlan } });

describe('a guard, principal or policy that becomes the worst, unknown or hidden', () => {
  const unbounded = plans.filter(({ name }) => !BOUNDED.includes(name));
  const all = unbounded.flatMap(({ name, text }) =>
    (read(text).resource_changes ?? []).flatMap((change, index) =>
      change.mode === 'managed' ? worsenings(change).map((each) => ({ name, text, index, ...each })) : [],
    ),
  );
  const step = Math.max(1, Math.floor(all.length / CASES));

  it('is a finding, whatever else the plan does', () => {
    const silent = all.flatMap(({ name, text, index, make, what }, at) => {
      if (at % step !== 0) return [];
      const plan = read(text);
      const change = plan.resource_changes?.[index];
      if (!change) return [];
      make(change, plan);
      const { access, findings } = review(plan);
      const isSaid = [...access, ...findings].some(({ address }) => isAbout(address, change.address));
      return isSaid ? [] : [`${name}: ${change.address}: ${what}`];
    });
    expect(silent).toEqual([]);
  });
});

describe('a plan with any damage', () => {
  it('is reviewed, or refused with where and why', () => {
    const problems: string[] = [];
    for (let seed = 0; seed < CASES; seed += 1) {
      const { name, text } = plans[seed % plans.length]!;
      const { plan, edits } = scramble(read(text), seed);
      try {
        const reviewed = reviewOf([review(plan)]);
        renderTerminal(reviewed);
        renderMarkdown(reviewed);
        renderJson(reviewed);
      } catch (error) {
        if (error instanceof UnreadableError) continue;
        problems.push(`${name}, seed ${seed}: ${edits.join('; ')}: ${(error as Error).stack ?? ''}`);
      }
      if ('polluted' in {}) problems.push(`${name}, seed ${seed}: a prototype was changed`);
    }
    expect(problems.slice(0, 5)).toEqual([]);
  });
});

/** The policy of an API is reported at the API, which has the same name here. */
const isAbout = (found: string, address: string): boolean =>
  found === address || (address.includes('_policy.') && nameIn(found) === nameIn(address));

const nameIn = (address: string): string | undefined => address.split('.').at(-1);
