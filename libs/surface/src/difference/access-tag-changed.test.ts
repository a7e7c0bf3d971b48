import { differences, readPlans } from '..';
import { handPlan, type HandChange } from '../../testing/hand-plan';

const RULES = ['access-tag-changed', 'tags-only'];
const found = (changes: Readonly<Record<string, HandChange>>): readonly string[] =>
  differences(readPlans([handPlan(changes)]))
    .filter(({ rule }) => RULES.includes(rule))
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

const stays = (values: object): HandChange => [values as HandChange[0], values as HandChange[0]];

const SECRET = 'aws_secretsmanager_secret.db';
const secret = (tags: object | null, tags_all: object | null = tags) => ({ name: 'db', tags, tags_all });
const policy = (Condition: object, more: object = {}) =>
  stays({
    name: 'reader',
    role: 'reader',
    policy: JSON.stringify({
      Statement: { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*', Condition, ...more },
    }),
  });
const POLICY = 'aws_iam_role_policy.reader';
const opened = `high access-tag-changed: Other principals can use ${SECRET}: its tag public, which changes, is a condition of ${POLICY}.`;
const maybe = `medium access-tag-changed: Other principals may be able to use ${SECRET}: its tag public, which changes, is a condition of ${POLICY}.`;
const nobody = `expected tags-only: No one’s access changes: only tags of ${SECRET} do.`;

describe('a tag that a policy of the plan decides by', () => {
  const change = (condition: object, was: object | null, now: object | null, more: object = {}) =>
    found({ [SECRET]: [secret(was), secret(now)], [POLICY]: policy(condition, more) });
  const equals = { StringEquals: { 'aws:ResourceTag/public': 'yes' } };

  it('opens a resource where its new value is the one that the policy names', () => {
    expect(change(equals, { public: 'no' }, { public: 'yes' })).toEqual([opened]);
    expect(change(equals, null, { Public: 'yes' })).toEqual([opened]);
    expect(change({ StringLike: { 'secretsmanager:ResourceTag/public': ['y?s*'] } }, {}, { public: 'yes!' })).toEqual([
      opened,
    ]);
    expect(change({ StringEqualsIgnoreCase: { 'aws:ResourceTag/public': 'YES' } }, {}, { public: 'yes' })).toEqual([
      opened,
    ]);
  });

  it('may open it where the policy decides otherwise', () => {
    expect(change(equals, { public: 'yes' }, { public: 'no' })).toEqual([maybe]);
    expect(change(equals, {}, { public: 'yes' }, { Effect: 'Deny' })).toEqual([maybe]);
    expect(change({ StringNotEquals: { 'aws:ResourceTag/public': 'no' } }, { public: 'no' }, {})).toEqual([maybe]);
    expect(change({ StringEquals: { 'aws:ResourceTag/public': ['${aws:username}'] } }, {}, { public: 'yes' })).toEqual([
      maybe,
    ]);
    expect(change({ StringLike: { 'aws:ResourceTag/public': 'y.s' } }, {}, { public: 'yes' })).toEqual([maybe]);
  });

  it('is another one where no policy names it', () => {
    expect(change(equals, { team: 'a' }, { team: 'b' })).toEqual([nobody]);
    expect(change({ StringEquals: { 'aws:RequestTag/public': 'yes' } }, {}, { public: 'yes' })).toEqual([nobody]);
    expect(change({ StringEquals: { 'aws:PrincipalTag/public': 'yes' } }, {}, { public: 'yes' })).toEqual([nobody]);
  });

  it('is not judged with a policy that is new, nor for a new resource', () => {
    const created: HandChange = [null, policy(equals)[1]];
    expect(found({ [SECRET]: [secret({}), secret({ public: 'yes' })], [POLICY]: created })).toEqual([nobody]);
    expect(found({ [SECRET]: [null, secret({ public: 'yes' })], [POLICY]: policy(equals) })).toEqual([]);
  });
});

describe('a tag of a principal', () => {
  const ROLE = 'aws_iam_role.worker';
  const role = (tags: object) => ({ name: 'worker', tags, tags_all: tags });
  const team = { StringEquals: { 'aws:PrincipalTag/team': 'admins' } };

  it('gives it rights, of a new one too', () => {
    expect(found({ [ROLE]: [role({ team: 'users' }), role({ team: 'admins' })], [POLICY]: policy(team) })).toEqual([
      `high access-tag-changed: ${ROLE} gets other rights: its tag team, which changes, is a condition of ${POLICY}.`,
    ]);
    expect(found({ [ROLE]: [null, role({ team: 'admins' })], [POLICY]: policy(team) })).toEqual([
      `high access-tag-changed: ${ROLE} gets rights: its tag team is a condition of ${POLICY}.`,
    ]);
  });

  it('may give it rights where a variable of a policy is that tag', () => {
    const variable = policy({}, { Resource: 'arn:aws:s3:::data/${aws:PrincipalTag/team}/*' });
    expect(found({ [ROLE]: [role({ team: 'users' }), role({ team: '*' })], [POLICY]: variable })).toEqual([
      `medium access-tag-changed: ${ROLE} may get other rights: its tag team, which changes, is a condition of ${POLICY}.`,
    ]);
  });
});
