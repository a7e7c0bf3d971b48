import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewEnvironment, reviewOf, type Review } from '@gatehouse/plan-review';
import { WORKSPACE } from '../workspace';

const FIXTURES = 'libs/surface/fixtures';

/** A review of what real Terraform planned for a small API. */
export const sampleReview = (): Review =>
  reviewOf([reviewEnvironment({ name: 'dev', plans: { 'dev-api': plan('reports-api') } })]);

const plan = (fixture: string) =>
  JSON.parse(readFileSync(join(WORKSPACE, FIXTURES, fixture, 'changed.plan.json'), 'utf8'));
