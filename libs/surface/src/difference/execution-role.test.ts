import { handPlan } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const said = (...plan: Parameters<typeof handPlan>) =>
  findingsOf(handPlan(...plan))
    .filter(({ rule }) => rule === 'execution-role-changed')
    .map(({ severity, message }) => `${severity} ${message}`);

const FUNCTION = 'aws_lambda_function.orders';
const role = { name: 'orders', arn: 'arn:aws:iam::111122223333:role/orders' };
const runs = { function_name: 'orders', role: role.arn };

describe('a new function', () => {
  it('whose role the plan does not have is said, as nobody knows what its code may do', () => {
    expect(said({ [FUNCTION]: [null, runs] })).toEqual([
      'expected New function orders runs with role orders, whose permissions are not in the plan.',
    ]);
  });

  it('whose role is new, or allows little, is not', () => {
    expect(said({ [FUNCTION]: [null, runs], 'aws_iam_role.orders': [null, role] })).toEqual([]);
    expect(said({ [FUNCTION]: [null, runs], 'aws_iam_role.orders': [role, role] })).toEqual([]);
    expect(said({ [FUNCTION]: [runs, runs] })).toEqual([]);
  });
});
