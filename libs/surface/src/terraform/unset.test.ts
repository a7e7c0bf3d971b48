import { handPlan } from '../../testing/hand-plan';
import { readPlans } from '../read-plans';

const POOL = 'aws_cognito_user_pool.people';
const OPEN = { unknown: true };

/** Self sign-up of a pool whose administrators' settings are unknown in the plan. */
function selfSignUp(written: Readonly<Record<string, readonly string[]>> | undefined, before: object | null = null) {
  const change = [before, { name: 'people' }, { admin_create_user_config: true }] as const;
  const plan = handPlan({ [POOL]: change as never }, written === undefined ? {} : { [POOL]: written });
  return readPlans([plan]).after.userPools[0]?.selfSignUp;
}

describe('an argument that is unknown in a new object', () => {
  it('has the default of AWS where the configuration leaves it out', () => {
    expect(selfSignUp({ name: [] })).toBe(true);
  });

  it('has it where a variable leaves it out, which every plan knows', () => {
    expect(selfSignUp({ admin_create_user_config: ['var.only_admins'] })).toBe(true);
    expect(selfSignUp({ admin_create_user_config: ['local.settings', 'var.only_admins'] })).toMatchObject(OPEN);
  });

  it('is unknown where the configuration makes it from something, or cannot be read', () => {
    expect(selfSignUp({ admin_create_user_config: ['data.http.settings'] })).toMatchObject(OPEN);
    expect(selfSignUp(undefined)).toEqual(OPEN);
  });

  it('is unknown where the object is there already', () => {
    expect(selfSignUp({ name: [] }, { name: 'people' })).toEqual(OPEN);
  });
});

it('an argument that is null in the configuration is left out', () => {
  const plan = handPlan({ [POOL]: [null, { name: 'people' }, { admin_create_user_config: true }] });
  const expressions = { admin_create_user_config: { constant_value: null } };
  const configuration = { root_module: { resources: [{ address: POOL, expressions }] } };
  expect(readPlans([{ ...plan, configuration }]).after.userPools[0]?.selfSignUp).toBe(true);
});
