import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const [ASSIGNMENT, SET] = ['aws_ssoadmin_account_assignment', 'aws_ssoadmin_permission_set'];
const ARN = 'arn:aws:sso:::permissionSet/i/admins';
const assigned = {
  ...{ instance_arn: 'arn:aws:sso:::instance/i', permission_set_arn: ARN },
  ...{ principal_type: 'GROUP', principal_id: 'g-1', target_id: '111122223333', target_type: 'AWS_ACCOUNT' },
};

const said = (...plan: Parameters<typeof handPlan>) =>
  findingsOf(handPlan(...plan))
    .filter(({ rule }) => rule === 'account-access-given')
    .map(({ severity, message }) => `${severity} ${message}`);

describe('a permission set that is assigned', () => {
  const set = { name: 'Admins', arn: ARN };
  const attached = (type: string, more: object): Record<string, HandChange> => {
    const values = { permission_set_arn: ARN, ...more };
    return { [`${SET}.a`]: [set, set], [`aws_ssoadmin_${type}.a`]: [values, values] };
  };
  const assign = (plan: Record<string, HandChange>, more: object = {}) =>
    said({ ...plan, [`${ASSIGNMENT}.a`]: [null, { ...assigned, ...more }] });

  it('weighs what it allows', () => {
    const admin = { managed_policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' };
    expect(assign(attached('managed_policy_attachment', admin))).toEqual([
      'critical Everyone in group g-1 can sign in to account 111122223333 with permission set Admins, and can do everything in this AWS account.',
    ]);
    const Statement = [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::photos/*' }];
    const narrow = { inline_policy: JSON.stringify({ Version: '2012-10-17', Statement }) };
    expect(assign(attached('permission_set_inline_policy', narrow), { principal_type: 'USER' })).toEqual([
      'medium User g-1 can sign in to account 111122223333 with permission set Admins.',
    ]);
  });

  it('may allow anything where the plan does not have it', () => {
    expect(assign({})).toEqual([
      'high Everyone in group g-1 can sign in to account 111122223333 with permission set admins, whose permissions are not in the plan.',
    ]);
  });

  it('is nothing new at another address, where it stays, or where it goes', () => {
    expect(said({ [`${ASSIGNMENT}.a`]: [assigned, null], [`${ASSIGNMENT}.b`]: [null, assigned] })).toEqual([]);
    expect(said({ [`${ASSIGNMENT}.a`]: [assigned, assigned] })).toEqual([]);
    expect(said({ [`${ASSIGNMENT}.a`]: [assigned, null] })).toEqual([]);
  });

  it('goes to whom the plan makes', () => {
    expect(
      said(
        { [`${ASSIGNMENT}.a`]: [null, { ...assigned, principal_id: undefined }, { principal_id: true }] },
        {
          [`${ASSIGNMENT}.a`]: {
            principal_id: ['aws_identitystore_group.ops.group_id', 'aws_identitystore_group.ops'],
          },
        },
      ),
    ).toEqual([
      'high Everyone in group aws_identitystore_group.ops can sign in to account 111122223333 with permission set admins, whose permissions are not in the plan.',
    ]);
  });
});
