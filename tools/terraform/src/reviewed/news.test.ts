import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewEnvironment, type EnvironmentReview } from '@gatehouse/plan-review';
import type { TerraformPlan } from '@gatehouse/surface';
import { newsOf } from './news';

/** Of a real plan. */
const review = (name: string, file: 'created' | 'changed'): EnvironmentReview => {
  const path = join(__dirname, '../../../../libs/surface/fixtures', name, `${file}.plan.json`);
  return reviewEnvironment({ plans: { api: JSON.parse(readFileSync(path, 'utf8')) as TerraformPlan } });
};

describe('what a plan says that a review did not', () => {
  const reviewed = review('reports-api', 'changed');

  it('is nothing where both say the same, and of other stacks nothing is asked', () => {
    expect(newsOf('api', reviewed, reviewed)).toEqual([]);
  });

  it('is a route with other callers, or one that is not in the plan any more', () => {
    const [row, ...rest] = reviewed.access;
    const opened = { ...reviewed, access: [{ ...row!, after: 'anyone with a cup' }, ...rest] };

    expect(newsOf('api', reviewed, opened)).toEqual([
      `${row!.route} of ${row!.api}: ${row!.before ?? 'nobody'} -> anyone with a cup; reviewed: ${row!.before ?? 'nobody'} -> ${row!.after ?? 'nobody'}`,
    ]);
    expect(newsOf('api', reviewed, { ...reviewed, access: rest })).toHaveLength(1);
    expect(newsOf('api', reviewed, { ...reviewed, access: rest }, { inPart: true })).toEqual([]);
  });

  it('is a caller that only a data source says, and not one that it leaves as it is', () => {
    const row = { ...reviewed.access[0]!, stack: 'api', api: 'shop', route: 'GET /', before: undefined };
    const saying = (after: string) => ({ ...reviewed, access: [{ ...row, after }] });
    const news = (was: EnvironmentReview, is: EnvironmentReview) => newsOf('api', was, is, { inPart: true });

    expect(news(saying('known after apply'), saying('IAM principal'))).toEqual([
      'GET / of shop: nobody -> IAM principal; reviewed: nobody -> known after apply',
    ]);
    expect(news(saying('IAM principal'), saying('IAM principal'))).toEqual([]);
    expect(news(saying('known after apply'), { ...reviewed, access: [] })).toEqual([]);
  });

  it('is a finding, unless the review had it, accepted or not', () => {
    const [finding] = reviewed.findings;
    const without = { ...reviewed, findings: [] };

    expect(newsOf('api', without, { ...reviewed, findings: [finding!] })).toEqual([
      `new finding: ${finding!.severity} ${finding!.rule} at ${finding!.address}: ${finding!.message}`,
    ]);
    expect(newsOf('api', { ...without, suppressed: [{ ...finding!, reason: 'known' }] }, reviewed)).toEqual(
      newsOf('api', { ...without, findings: [finding!] }, reviewed),
    );
  });

  it('is a part of a finding that the review did not name', () => {
    const [first] = reviewed.findings;
    const naming = (of?: string[]) => ({ ...reviewed, findings: [{ ...first!, of }] });
    const line = `new finding: ${first!.severity} ${first!.rule} at ${first!.address}: ${first!.message}`;

    expect(newsOf('api', naming(['a', 'b']), naming(['a', 'b', 'c']))).toEqual([line]);
    expect(newsOf('api', naming(), naming(['a']))).toEqual([line]);
    expect(newsOf('api', naming(['a']), naming())).toEqual([line]);
    expect(newsOf('api', naming(['a', 'b']), naming(['b']))).toEqual([]);
  });

  it('is a deletion', () => {
    const [stack] = reviewed.stacks;
    const [change] = stack!.changes;
    const deleting = { ...reviewed, stacks: [{ ...stack!, changes: [{ ...change!, action: 'delete' as const }] }] };
    const nothing = { ...reviewed, stacks: [{ ...stack!, changes: [] }] };

    expect(newsOf('api', nothing, deleting)).toEqual([`deletes ${change!.address}`]);
    expect(newsOf('api', deleting, deleting)).toEqual([]);
  });

  it('is a plan that is not whole', () => {
    const [stack] = reviewed.stacks;
    const part = { ...reviewed, stacks: [{ ...stack!, status: 'incomplete' as const, why: 'Only a part.' }] };

    expect(newsOf('api', reviewed, part)).toEqual(['its plan is "incomplete": Only a part.']);
  });
});
