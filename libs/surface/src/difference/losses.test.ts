import { handPlan } from '../../testing/hand-plan';
import { entryOf, findingsOf } from '../../testing/real-plan';

const [OLD, NEW] = ['aws_cognito_user_pool.old', 'aws_cognito_user_pool.new'];
const pool = { id: 'eu-west-1_a', name: 'people' };

/** What is said of a pool that ends at one address while another one is there. */
const said = (action: 'delete' | 'forget', imports: boolean) => {
  const plan = handPlan({ [OLD]: [pool, null], [NEW]: [pool, pool] });
  entryOf(plan, OLD).change.actions = [action];
  Object.assign(entryOf(plan, NEW).change, { actions: ['no-op'], ...(imports && { importing: { id: pool.id } }) });
  return findingsOf(plan).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
};

describe('a user pool that Terraform lets go of', () => {
  it('stays without anyone who looks after it', () => {
    expect(said('forget', false)).toEqual([
      'critical user-pool-lost: User pool people stays in AWS, unmanaged: Terraform no longer manages its settings.',
    ]);
  });

  it('stays as it was where the plan imports it at another address', () => {
    expect(said('forget', true)).toEqual([]);
  });
});

it('a user pool that is deleted is lost, whatever the plan imports', () => {
  expect(said('delete', true)).toEqual([
    'critical user-pool-lost: User pool people is deleted: every account and password in it is lost, and every user is signed out.',
  ]);
});
