import { differences, readPlans, type ReadPlans } from '..';
import { handPlan, type HandChange } from '../../testing/hand-plan';

/** What no rule judges of a plan, in words. */
const found = (plan: Parameters<typeof handPlan>, policy: ReadPlans['policy'] = {}): readonly string[] =>
  differences({ ...readPlans([handPlan(...plan)]), policy })
    .filter(({ rule }) => rule === 'not-judged')
    .map(({ message }) => message);

const CLIENT = 'aws_cognito_user_pool_client.app';
const ROLE = 'aws_iam_role.worker';

describe('a change of an argument without a verdict', () => {
  it('is said once for a resource, with every argument', () => {
    const before = { name: 'app', earlier: 'a', later: 'a' };
    const after = { name: 'app', earlier: 'b', later: 'b' };
    expect(found([{ [CLIENT]: [before, after] }])).toEqual([
      `Changed in ${CLIENT}: earlier, later. No rule judges that.`,
    ]);
  });

  it('is nothing where it is only better', () => {
    const verdicts = { acme_door: { without: ['open'], better: { open: [true, false] } } };
    expect(found([{ 'acme_door.a': [{ open: true }, { open: false }] }], { verdicts })).toEqual([]);
  });

  it('is said where the provider has an argument that no table knows', () => {
    expect(found([{ [CLIENT]: [{ later: 'a' }, { later: 'b' }] }])).toEqual([
      `Changed in ${CLIENT}: later. No rule judges that.`,
    ]);
  });

  it('is said where its value is not known', () => {
    const plan: Parameters<typeof handPlan> = [
      { [ROLE]: [{ name: 'a', later: 3600 }, { name: 'a' }, { later: true }] },
    ];
    expect(found(plan)).toEqual([`Changed in ${ROLE}: later. No rule judges that.`]);
  });

  it('is nothing for a value that only the provider sets', () => {
    expect(found([{ [ROLE]: [{ unique_id: 'a' }, { unique_id: 'b' }] }])).toEqual([]);
  });

  it('is said of the block where one comes that no rule judges a part of', () => {
    const verdicts = { acme_door: { without: ['lock.key'] } };
    expect(found([{ 'acme_door.a': [{}, { lock: [{ key: 'a' }] }] }], { verdicts })).toEqual([
      'Changed in acme_door.a: lock.key. No rule judges that.',
    ]);
  });

  it('is said with the reason why no rule can judge it, once for all of it', () => {
    const integration = 'aws_api_gateway_integration.orders';
    const sent = (value: string) => ({ request_parameters: { a: value }, request_templates: { b: value } });
    expect(found([{ [integration]: [sent('a'), sent('b')] }])).toEqual([
      `Changed in ${integration}: request_parameters, request_templates. No rule judges that. A backend may take some of the values that it is sent for the identity of the caller.`,
    ]);
  });

  it('has the verdict that the team gives it, also where we have a reason', () => {
    const verdicts = { aws_lambda_invocation: { harmless: { input: 'Our function only warms its cache.' } } };
    expect(found([{ 'aws_lambda_invocation.a': [{ input: 'a' }, { input: 'b' }] }], { verdicts })).toEqual([]);
  });

  it('has the verdict that the team gives it', () => {
    const plan: Parameters<typeof handPlan> = [{ [CLIENT]: [{ read_attributes: [] }, { read_attributes: ['email'] }] }];
    const verdicts = { aws_cognito_user_pool_client: { harmless: { read_attributes: 'Our apps may read all.' } } };
    expect(found(plan, { verdicts })).toEqual([]);
  });

  it('is said of a type of the team, and of an argument that the team does not take for judged', () => {
    const verdicts = {
      acme_door: { harmless: { color: 'Paint.' } },
      aws_cognito_user_pool_client: { without: ['name'] },
    };
    const plan: Parameters<typeof handPlan> = [
      {
        'acme_door.a': [
          { color: 'a', lock: 'a' },
          { color: 'b', lock: 'b' },
        ],
        [CLIENT]: [{ name: 'a' }, { name: 'b' }],
      },
    ];
    expect(found(plan, { verdicts })).toEqual([
      'Changed in acme_door.a: lock. No rule judges that.',
      `Changed in ${CLIENT}: name. No rule judges that.`,
    ]);
  });
});

describe('what is in a block', () => {
  const verdicts = {
    acme_door: { judged: { 'lock.strength': 'setting-weaker' }, without: ['lock.note', 'lock.place'] },
  };
  const locks = (before: unknown, after: unknown, ...more: [object?, Parameters<typeof handPlan>[1]?]) =>
    found([{ 'acme_door.a': [{ lock: before }, { lock: after }, more[0]] }, more[1]], { verdicts });
  const made = (...lock: object[]) => found([{ 'acme_door.a': [null, { lock }] }], { verdicts });

  it('is said by its own name', () => {
    const lock = { strength: 1, note: 'a', place: 'a' };
    expect(locks([lock], [{ ...lock, note: 'b' }])).toEqual([
      'Changed in acme_door.a: lock.note. No rule judges that.',
    ]);
    expect(locks([lock], [{ ...lock, strength: 2 }])).toEqual([]);
    expect(made({ note: '', place: 'a' })).toEqual([]);
  });

  it('is nothing where a rule judges that the whole comes or goes', () => {
    const lock = { strength: 1, note: 'a' };
    expect(locks([], [lock])).toEqual([]);
    expect(locks([lock], [])).toEqual([]);
    expect(locks([lock], [lock, { ...lock, note: 'b' }])).toEqual([
      'Changed in acme_door.a: lock.note. No rule judges that.',
    ]);
  });

  it('is said of each block of a set that is not on both sides', () => {
    const [one, other] = [{ note: 'a' }, { note: 'b' }];
    expect(locks([one, other], [other, { ...one, place: 'c' }])).toEqual([
      'Changed in acme_door.a: lock.place. No rule judges that.',
    ]);
  });
});

describe('an argument of what is made', () => {
  const verdicts = { acme_door: { without: ['alarm', 'lock'] } };
  const made = (after: object, unknown: object, references: Parameters<typeof handPlan>[1] = {}) =>
    found([{ 'acme_door.a': [null, { ...after }, unknown] }, references], { verdicts });
  const said = ['New in acme_door.a: lock. No rule judges that.'];

  it('is said where it has a value, or takes one from something', () => {
    expect(made({ lock: 'a' }, {})).toEqual(said);
    expect(made({}, { lock: true }, { 'acme_door.a': { lock: ['acme_key.a.id', 'acme_key.a'] } })).toEqual(said);
  });

  it('is nothing where the provider chooses it, or it is empty', () => {
    expect(made({ alarm: '' }, { lock: true })).toEqual([]);
  });

  it('is said where it is secret', () => {
    expect(ofSecret([null, { lock: 'a' }], { lock: true }, verdicts)).toEqual(said);
  });
});

it('names only what is secret of the one block that both sides have', () => {
  const verdicts = { acme_door: { without: ['lock.note', 'lock.place'] } };
  const locks = (note: string) => ({ lock: [{ note, place: 'a' }] });
  expect(ofSecret([locks('a'), locks('b')], { lock: [{ note: true }] }, verdicts)).toEqual([
    'Changed in acme_door.a: lock.note. No rule judges that.',
  ]);
});

/** What is said of a door, of which something is sensitive on both sides. */
function ofSecret(
  change: HandChange,
  marks: object,
  verdicts: NonNullable<ReadPlans['policy']>['verdicts'],
): readonly string[] {
  const plan = handPlan({ 'acme_door.a': change }) as { resource_changes: { change: object }[] };
  for (const each of plan.resource_changes)
    Object.assign(each.change, { before_sensitive: marks, after_sensitive: marks });
  return differences({ ...readPlans([plan as never]), policy: { verdicts } }).map(({ message }) => message);
}

describe('a type that no table has', () => {
  const said = (address: string, what: string) =>
    `${address} is ${what}: Gatehouse has no verdict on its type. No rule judges that.`;

  it.each(['aws_cognito_future_thing.a', 'aws_wafregional_web_acl.a', 'aws_elb.a', 'aws_route53domains_domain.a'])(
    'is said of %s, whose service is reviewed',
    (address) => {
      expect(found([{ [address]: [null, { admin: true }] }])).toEqual([said(address, 'new')]);
      expect(found([{ [address]: [{ admin: true }, null] }])).toEqual([said(address, 'deleted')]);
      const change = [
        { admin: false, tags: { a: 'a' } },
        { admin: true, tags: { a: 'b' } },
      ] as const;
      expect(found([{ [address]: change }])).toEqual([`Changed in ${address}: admin. No rule judges that.`]);
    },
  );

  it('is nothing where only its tags change, or of what is left out, or of another service', () => {
    const tags = (team: string) => ({ tags: { team } });
    expect(found([{ 'aws_elb.a': [tags('a'), tags('b')] }])).toEqual([]);
    expect(found([{ 'aws_iam_account_alias.a': [null, { account_alias: 'a' }] }])).toEqual([]);
    expect(found([{ 'aws_db_instance.a': [null, { name: 'a' }] }])).toEqual([]);
  });

  it('has the verdicts that a team gives it', () => {
    const verdicts = { aws_elb: { harmless: { listener: 'Only for tests.' } } };
    expect(found([{ 'aws_elb.a': [null, { listener: [{ lb_port: 80 }] }] }], { verdicts })).toEqual([]);
  });
});

describe('what is created or deleted', () => {
  const verdicts = {
    acme_member: {
      relation: true,
      created: { without: 'a person gets in', of: 'group' },
      deleted: { without: 'a person can no longer get in', of: 'group' },
      without: ['group', 'user'],
      new: 'Its creation is said.',
    },
    acme_key: { created: { without: 'a door opens' }, deleted: { without: 'a door closes', when: { lost: true } } },
  };
  const ofTeam = (changes: Parameters<typeof handPlan>[0]) => found([changes], { verdicts });
  const member = { group: 'g', user: 'u' };

  it('is said where nobody judges it', () => {
    expect(ofTeam({ 'acme_member.a': [null, member] })).toEqual([
      'acme_member.a is new: a person gets in. No rule judges that.',
    ]);
    expect(ofTeam({ 'acme_member.a': [member, null] })).toEqual([
      'acme_member.a is deleted: a person can no longer get in. No rule judges that.',
    ]);
  });

  it('is not reported with what it belongs to', () => {
    const group = { id: 'g' };
    expect(ofTeam({ 'acme_member.a': [null, member], 'acme_group.a': [null, group] })).toEqual([]);
    expect(ofTeam({ 'acme_member.a': [member, null], 'acme_group.a': [group, null] })).toEqual([]);
  });

  it('is not reported where a relation only has another address', () => {
    expect(ofTeam({ 'acme_member.a': [member, null], 'acme_member.b': [null, member] })).toEqual([]);
    expect(ofTeam({ 'acme_member.a': [member, null], 'acme_member.b': [null, { ...member, user: 'v' }] })).toHaveLength(
      2,
    );
  });

  it('is said where what is no relation is made again: it is another one', () => {
    const key = { lost: true };
    expect(ofTeam({ 'acme_key.a': [key, null], 'acme_key.b': [null, key] })).toHaveLength(2);
  });

  it('is said only of what had the values that make it one', () => {
    expect(ofTeam({ 'acme_key.a': [{ lost: false }, null] })).toEqual([]);
  });
});
