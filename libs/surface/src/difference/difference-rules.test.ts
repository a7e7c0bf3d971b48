import { readdirSync } from 'node:fs';
import path from 'node:path';
import { findingsOf, realPlan } from '../../testing/real-plan';
import { postureRules } from '../index';
import { differenceRules } from './difference-rules';

describe('difference rules', () => {
  it('say the same of the same plan in another order', () => {
    const plan = realPlan('cognito');
    plan.resource_changes.reverse();
    expect(findingsOf(plan)).toEqual(findingsOf(realPlan('cognito')));
  });
});

describe('the list of difference rules', () => {
  it('has each rule once, in the file of its name, and knows its page', () => {
    const files = readdirSync(path.join(__dirname, 'rules')).filter((file) => file !== 'index.ts');
    expect(differenceRules.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
    for (const { page } of differenceRules)
      expect(page).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|developer\.hashicorp\.com)\//);
  });

  it('shares no id with the posture rules: acknowledging one must not hide the other', () => {
    const ids = new Set(postureRules.map(({ id }) => id));
    expect(differenceRules.filter(({ id }) => ids.has(id))).toEqual([]);
  });
});
