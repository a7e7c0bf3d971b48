import { handPlan, type HandChange } from '../../testing/hand-plan';
import { entryOf, findingsOf } from '../../testing/real-plan';

const ACCOUNT = '123456789012';
const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const allow = (Action: string, Resource = '*') => ({ Effect: 'Allow', Action, Resource });
const deny = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
const trust = document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } });
const worker = (more: object = {}) => ({
  ...{ name: 'worker', arn: `arn:aws:iam::${ACCOUNT}:role/worker`, assume_role_policy: trust },
  ...more,
});
const stays = <T extends NonNullable<HandChange[0]>>(values: T): HandChange => [values, values];
const own = (name: string, ...statements: object[]) => ({ name, role: 'worker', policy: document(...statements) });
const said = (plan: object): string[] =>
  findingsOf(plan)
    .filter(({ rule }) => rule === 'iam-widened')
    .map(({ severity, address, message }) => `${severity} ${address}: ${message}`);
const [ROLE, POLICY] = ['aws_iam_role.worker', 'aws_iam_role_policy.widened'];

describe('a role that the plan ends', () => {
  const ended = (action: 'delete' | 'forget') => {
    const plan = handPlan({
      [ROLE]: [worker(), null],
      'aws_iam_role_policy.deny': [own('deny', deny), null],
      'aws_iam_role_policy.allow': stays(own('allow', allow('s3:*'))),
    });
    entryOf(plan, ROLE).change.actions = [action];
    return said(plan);
  };

  it('can do nothing once it is deleted', () => {
    expect(ended('delete')).toEqual([]);
  });

  it('stays where Terraform lets go of it, and loses what denied it something', () => {
    expect(ended('forget')).toEqual([
      'high aws_iam_role_policy.deny: Everyone who can assume role worker is no longer denied s3:* on *.',
    ]);
  });
});

describe('what a role may do beside what the plan shows', () => {
  const sentence = 'The plan does not show how much of it was allowed before.';
  const widened: HandChange = [
    own('widened', allow('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`)),
    own('widened', allow('sqs:*')),
  ];
  /** @param hidden which argument of what is sensitive, and on which sides */
  const plan = (
    changes: Readonly<Record<string, HandChange>>,
    hidden: readonly [address: string, argument: string, ...sides: ('before' | 'after')[]],
  ) => {
    const made = handPlan({ [POLICY]: widened, ...changes });
    const [address, argument, ...sides] = hidden;
    for (const side of sides) entryOf(made, address).change[`${side}_sensitive`] = { [argument]: true };
    return said(made);
  };
  const photos = allow('s3:GetObject', 'arn:aws:s3:::photos/*');
  const OTHER = 'aws_iam_role_policy.other';

  it('may have been more where a policy was sensitive and is shown now', () => {
    const changes = { [ROLE]: stays(worker()), [OTHER]: stays(own('other', photos)) };
    expect(plan(changes, [OTHER, 'policy', 'before'])).toEqual([expect.stringContaining(sentence)]);
  });

  it('is no question where that stays as it is', () => {
    const made = handPlan({ [ROLE]: stays(worker()), [OTHER]: stays(own('other', photos)), [POLICY]: widened });
    const { change } = entryOf(made, OTHER);
    Object.assign(change, {
      actions: ['no-op'],
      before_sensitive: { policy: true },
      after_sensitive: { policy: true },
    });
    expect(said(made)).toEqual([expect.not.stringContaining(sentence)]);
  });

  it('may have been more where a role that changes has sensitive policies of its own', () => {
    const inline_policy = [{ name: 'own', policy: document(photos) }];
    const role = [worker({ inline_policy, description: 'a' }), worker({ inline_policy, description: 'b' })] as const;
    expect(plan({ [ROLE]: role }, [ROLE, 'inline_policy', 'before', 'after'])).toEqual([
      expect.stringContaining(sentence),
    ]);
    expect(plan({ [ROLE]: role }, [ROLE, 'inline_policy'])).toEqual([expect.not.stringContaining(sentence)]);
  });
});

describe('policies that a new role names in its own arguments', () => {
  const made = (references: Readonly<Record<string, readonly string[]>>) =>
    said(
      handPlan(
        {
          'aws_iam_policy.all': stays({ name: 'all', arn: 'arn:all', policy: document(allow('*')) }),
          [ROLE]: [
            null,
            { name: 'worker', assume_role_policy: trust },
            { arn: true, managed_policy_arns: true, inline_policy: true },
          ],
        },
        { [ROLE]: references },
      ),
    );

  it('are read where they are of the plan, and none where nothing is written', () => {
    expect(made({ managed_policy_arns: ['aws_iam_policy.all.arn', 'aws_iam_policy.all'] })).toEqual([
      `critical ${ROLE}: Everyone who can assume role worker can do everything in this AWS account.`,
    ]);
    expect(made({})).toEqual([]);
  });
});

it('roles whose names are not known yet are distinguished by their addresses', () => {
  const made: HandChange = [null, { assume_role_policy: trust }, { name: true, arn: true }];
  const POLICY = 'aws_iam_role_policy.own';
  const plan = handPlan(
    {
      'aws_iam_role.one': made,
      'aws_iam_role.other': made,
      [POLICY]: [null, { name: 'own', policy: document(allow('*')) }, { role: true }],
    },
    { [POLICY]: { role: ['aws_iam_role.one.name', 'aws_iam_role.one'] } },
  );
  expect(said(plan)).toEqual([
    `critical ${POLICY}: Everyone who can assume role aws_iam_role.one can do everything in this AWS account.`,
  ]);
});

describe('a permission set', () => {
  it('gets a policy of each account, by its name where that is known', () => {
    const of = (...reference: HandChange) =>
      said(handPlan({ 'aws_ssoadmin_customer_managed_policy_attachment.audit': reference }));
    const set = { permission_set_arn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-audit' };
    const gets = (policy: string) => [
      expect.stringContaining(
        `can do: it gets ${policy} of each account that it is used in, whose content is not in the plan.`,
      ),
    ];
    const block = (name?: string) => ({ ...set, customer_managed_policy_reference: [{ name, path: '/' }] });
    expect(of(null, block('Audit'))).toEqual(gets('the policy Audit'));
    expect(of(null, block(), { customer_managed_policy_reference: [{ name: true }] })).toEqual(gets('a policy'));
  });
});

describe('users of a group', () => {
  const [GROUP, MEMBER] = ['aws_iam_group_policy.own', 'aws_iam_user_group_membership.bob'];
  const of = (group: HandChange, member: HandChange) =>
    said(
      handPlan({
        'aws_iam_group.devs': stays({ name: 'devs' }),
        'aws_iam_user.bob': stays({ name: 'bob' }),
        'aws_iam_user_policy.bob': stays({ name: 'own', user: 'bob', policy: document(allow('s3:*')) }),
        [GROUP]: group,
        [MEMBER]: member,
      }),
    );
  const policy = (statement: object) => ({ name: 'own', group: 'devs', policy: document(statement) });
  const leaves: HandChange = [
    { user: 'bob', groups: ['devs'] },
    { user: 'bob', groups: [] },
  ];
  const free = `high ${MEMBER}: User bob is no longer denied s3:* on *.`;

  it('lose what denied them something when they leave it', () => {
    expect(of(stays(policy(deny)), leaves)).toEqual([free]);
  });

  it('lose it too where the group loses it in the same plan', () => {
    expect(of([policy(deny), null], leaves)).toEqual([
      free,
      `medium ${GROUP}: Every user in group devs is no longer denied s3:* on *.`,
    ]);
  });

  it('are not named again where the group may do more', () => {
    const jobs = `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs`;
    const [before, after] = [policy(allow('sqs:SendMessage', jobs)), policy(allow('sqs:*'))];
    expect(of([before, after], stays({ user: 'bob', groups: ['devs'] }))).toEqual([
      expect.stringMatching(
        /^high aws_iam_group_policy\.own: Every user in group devs can do sqs:\* on \*\.(?!.*user bob)/,
      ),
    ]);
  });
});

it('says of policies whose patterns are too many that they are not compared', () => {
  const objects = (...names: string[]) => names.map((name) => `arn:aws:s3:::b/${name}`);
  const reads = (...names: string[]) =>
    own('widened', { Effect: 'Allow', Action: 's3:GetObject', Resource: objects(...names) });
  const plan = handPlan({
    [ROLE]: stays(worker()),
    [POLICY]: [reads('', '?*', `*a${'?'.repeat(20)}`), reads('*')],
  });
  expect(said(plan)).toEqual([
    `high ${POLICY}: The plan does not show what role worker can do: policy widened cannot be compared with what it was (its patterns are too many to compare).`,
  ]);
});

it('says which condition limits no longer, and what to do', () => {
  const mfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
  const deletes = (more: object = {}) => own('widened', { ...allow('s3:DeleteObject', 'arn:aws:s3:::b/*'), ...more });
  const plan = handPlan({ [ROLE]: stays(worker()), [POLICY]: [deletes(mfa), deletes()] });
  expect(findingsOf(plan)).toMatchObject([
    {
      severity: 'medium',
      message:
        'Everyone who can assume role worker can do s3:DeleteObject on arn:aws:s3:::b/* (no longer limited by Bool aws:MultiFactorAuthPresent as before).',
      remediation: 'Keep the condition, or check who is allowed without it.',
    },
  ]);
});

it('says once what several rights lead to', () => {
  const actions = { ...allow('', '*'), Action: ['ssm:SendCommand', 'ssm:StartSession'] };
  const plan = handPlan({ [ROLE]: stays(worker()), [POLICY]: [own('widened'), own('widened', actions)] });
  expect(said(plan)).toEqual([
    `high ${POLICY}: Everyone who can assume role worker can do ssm:SendCommand, ssm:StartSession on *. A principal with ssm:SendCommand or ssm:StartSession can run its own code with the role of an existing resource.`,
  ]);
});
