import { found } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { handPlan } from '../../testing/hand-plan';
import { showDuration } from './show';

const POOL = 'aws_cognito_user_pool.people';
const CLIENT = 'aws_cognito_user_pool_client.app';
const pool = (more: object) => ({ id: 'p', name: 'people', ...more });
const client = (more: object) => ({ id: 'c', name: 'app', user_pool_id: 'p', ...more });
const rules = (before: object, after: object) =>
  found({ [CLIENT]: [client(before), client(after)] }).map((each) => each.split(' ').slice(0, 2).join(' '));

describe('addresses that sign-in sends people to', () => {
  const redirects = (...callback_urls: string[]) => ({ callback_urls });
  const own = 'https://app.example.com/in';

  it.each([
    ['http://app.example.com/in', ['high redirect-insecure']],
    ['https://*.example.com/in', ['high redirect-insecure']],
    ['http://localhost.example.com/in', ['high redirect-insecure']],
    ['http://localhost:3000/in', ['medium redirect-added']],
    ['http://[::1]:3000/in', ['medium redirect-added']],
    ['https://other.example.com/in', ['medium redirect-added']],
    ['myapp://in', ['medium redirect-added']],
    ['https://app.example.com/also', []],
  ])('%s', (url, expected) => {
    expect(rules(redirects(own), redirects(own, url))).toEqual(expected);
  });

  it.each([
    ['myapp://in', 'Any app on a user’s device that claims myapp://in can receive the sign-in codes of users of '],
    ['https://b.example.com/in', 'Anyone who serves https://b.example.com/in receives the sign-in codes of users of '],
    ['http://localhost:3000/in', 'Any program on a user’s machine can receive the sign-in codes of '],
  ])('%s: who receives the codes', (url, who) => {
    const plan = handPlan({ [CLIENT]: [client(redirects(own)), client(redirects(own, url))] });
    expect(findingsOf(plan).map(({ message }) => message.slice(0, who.length))).toEqual([who]);
  });
});

describe('tokens', () => {
  it('live longer by their unit, and by the default where none is written', () => {
    const minutes = { token_validity_units: [{ access_token: 'minutes' }] };
    expect(rules({ access_token_validity: 30, ...minutes }, { access_token_validity: 30 })).toEqual([
      'high token-lifetime-longer',
    ]);
    expect(rules({ refresh_token_validity: 30 }, {})).toEqual([]);
    expect(rules({ refresh_token_validity: 7 }, {})).toEqual(['high token-lifetime-longer']);
  });

  it.each([
    [1, '1 second'],
    [90, '90 seconds'],
    [300, '5 minutes'],
    [3600, '1 hour'],
    [2_592_000, '30 days'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(showDuration(seconds)).toBe(text);
  });
});

describe('what belongs to a pool', () => {
  it('is not reported where the pool goes with it, and is where it goes alone', () => {
    expect(found({ [POOL]: [pool({}), null], [CLIENT]: [client({}), null] })).toEqual([
      `critical user-pool-lost ${POOL}`,
    ]);
    expect(found({ [POOL]: [pool({}), pool({})], [CLIENT]: [client({}), null] })).toEqual([
      `high client-lost ${CLIENT}`,
    ]);
  });

  it('is reported where it is replaced for a reason of its own too', () => {
    const plan = handPlan({
      [POOL]: [pool({}), pool({})],
      [CLIENT]: [client({ generate_secret: false }), client({ generate_secret: true })],
    }) as { resource_changes: { change: object }[] };
    const replace = (index: number, ...replace_paths: string[][]) =>
      Object.assign(plan.resource_changes[index]?.change ?? {}, {
        actions: ['delete', 'create'],
        replace_paths,
      });
    replace(0, ['username_attributes']);
    replace(1, ['user_pool_id']);
    expect(findingsOf(plan).map(({ rule }) => rule)).toEqual(['user-pool-lost']);
    replace(1, ['user_pool_id'], ['generate_secret']);
    expect(findingsOf(plan).map(({ rule }) => rule)).toEqual(['user-pool-lost', 'client-lost']);
  });
});

describe('settings of a pool', () => {
  const change = (before: object, after: object) =>
    found({ [POOL]: [pool(before), pool(after)] }).map((each) => each.split(' ')[1]);

  it('are compared with what Cognito does where nothing is written', () => {
    const block = {
      minimum_length: 8,
      require_lowercase: true,
      require_uppercase: true,
      require_numbers: true,
      require_symbols: true,
    };
    expect(change({}, { password_policy: [block] })).toEqual([]);
    expect(change({}, { password_policy: [{ minimum_length: 8 }] })).toEqual(['password-policy-weaker']);
  });

  it('of MFA are weaker without an authenticator app, while text messages stay', () => {
    const sms = { mfa_configuration: 'ON', sms_configuration: [{ external_id: 'x' }] };
    const both = { ...sms, software_token_mfa_configuration: [{ enabled: true }] };
    expect(change(both, sms)).toEqual(['mfa-weaker']);
    expect(change(sms, both)).toEqual([]);
  });

  it('of attributes may drop one that every pool has', () => {
    const attribute = (name: string, required: boolean) => ({
      name,
      attribute_data_type: 'String',
      mutable: true,
      required,
    });
    expect(change({ schema: [attribute('email', false)] }, { schema: [] })).toEqual([]);
    expect(change({ schema: [attribute('email', true)] }, { schema: [] })).toEqual(['schema-change-fails']);
  });

  it('of attributes can have a custom one added, and no standard one', () => {
    const attribute = (name: unknown) => ({ name, attribute_data_type: 'String', mutable: true, required: true });
    const adds = (before: object, ...names: string[]) => change(before, { schema: names.map(attribute) });
    expect(adds({}, 'given_name')).toEqual(['schema-change-fails']);
    expect(adds({ schema: [attribute('email')] }, 'email', 'given_name')).toEqual(['schema-change-fails']);
    expect(adds({}, 'tenant')).toEqual([]);
    expect(adds({ schema: null }, 'email')).toEqual(['schema-change-fails']);
  });

  it('of account recovery are not wider where Cognito’s own order is written out', () => {
    const ways = (...names: string[]) => ({
      account_recovery_setting: [{ recovery_mechanism: names.map((name) => ({ name })) }],
    });
    expect(change(ways('verified_email'), ways('admin_only'))).toEqual([]);
    expect(change(ways('admin_only'), ways('verified_email'))).toEqual(['account-recovery-weaker']);
    expect(change({}, ways('verified_email'))).toEqual([]);
    expect(change({}, ways('verified_email', 'verified_phone_number'))).toEqual(['account-recovery-weaker']);
    expect(change(ways('verified_email'), ways('verified_email'))).toEqual([]);
  });
});

describe('triggers', () => {
  const hook = (name: string) => `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
  /** What the provider leaves to AWS as long as nobody writes either of the two. */
  const computed = { lambda_config: [{ pre_token_generation: true, pre_token_generation_config: true }] };

  it('that are added to a pool make nothing uncertain', () => {
    const added = pool({ lambda_config: [{ pre_sign_up: hook('only-ours') }] });
    expect(found({ [POOL]: [pool({}), added, computed] })).toEqual([`medium trigger-changed ${POOL}`]);
  });

  it('that come from something new are uncertain', () => {
    const [before, after] = [pool({ lambda_config: [{ pre_sign_up: hook('a') }] }), pool({ lambda_config: [{}] })];
    expect(
      found(
        { [POOL]: [before, after, { lambda_config: [{ pre_sign_up: true }] }] },
        { [POOL]: { lambda_config: ['aws_lambda_function.new.arn', 'aws_lambda_function.new'] } },
      ),
    ).toEqual([`critical access-unknown ${POOL}`]);
  });
});

describe('ways to recover an account', () => {
  const ways = (...names: string[]) =>
    pool({
      account_recovery_setting: names.length === 0 ? [] : [{ recovery_mechanism: names.map((name) => ({ name })) }],
    });
  const change = (before: object, after: object) =>
    found({ [POOL]: [{ ...before }, { ...after }] }).filter((each) => each.includes('account-recovery-weaker'));
  const wider = [`medium account-recovery-weaker ${POOL}`];
  const [email, phone] = ['verified_email', 'verified_phone_number'];

  it('are more with each that is added, but for the mailbox that Cognito uses by itself', () => {
    expect(change(ways(email), ways(email, phone))).toEqual(wider);
    expect(change(ways('admin_only'), ways(email))).toEqual(wider);
    expect(change(ways(), ways(phone))).toEqual(wider);
    expect(change(ways(), ways(email))).toEqual([]);
  });

  it('are fewer with each that goes, and none where only an admin can do it', () => {
    expect(change(ways(email, phone), ways(email))).toEqual([]);
    expect(change(ways(email), ways('admin_only'))).toEqual([]);
  });
});
