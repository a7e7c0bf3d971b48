import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reviewEnvironment, reviewOf, type EnvironmentPlans } from '../src/review';
import type { Review } from '../src/model/review';

const FIXTURES = join(__dirname, '../../../libs/surface/fixtures');

/** A plan that real Terraform made; fresh, so that a test may edit it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests change these plans in every way
export const realPlan = (path: string): any => JSON.parse(readFileSync(join(FIXTURES, path), 'utf8'));

export const reviewPlans = (plans: EnvironmentPlans['plans'], more: Omit<EnvironmentPlans, 'plans'> = {}): Review =>
  reviewOf([reviewEnvironment({ plans, ...more })]);

/** A plan of one resource change, as far as a review needs one. */
export const planOf = (...changes: readonly object[]) => ({
  format_version: '1.2',
  terraform_version: '1.11.4',
  resource_changes: changes,
  complete: true,
  errored: false,
  applyable: true,
});

export const changeOf = (address: string, change: object, more: object = {}) => {
  const [type, name] = address.split('.');
  return {
    address,
    mode: 'managed',
    type,
    name,
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: { before_sensitive: {}, after_sensitive: {}, after_unknown: {}, ...change },
    ...more,
  };
};
