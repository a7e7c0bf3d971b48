import { form, json, s3 } from './requests';
import { expectAllowed, expectDenied, grant, type RoleRow, urlOf } from './row';
import { type Answer, type Keys, type Sent } from './wire';
import { document, type RoleSettings, type Statement, type World } from './world';

const page = 'access_policies';
const tagging = 'id_session-tags';
const getItem = json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: 'a' } } });
const all = [grant('*')];
const noSession = 'because no session policy allows';

interface Case {
  readonly role: RoleSettings;
  /** Passed to AssumeRole. */
  readonly passed?: Record<string, string>;
  readonly sent: Sent;
  /** What the refusal says. @default - it is allowed */
  readonly because?: string;
}

const row = (name: string, source: string, { because, passed, role, sent }: Case): RoleRow => ({
  name,
  source: urlOf(source),
  prove: async (world) => {
    const answer = await world.send(sent, await session(world, role, passed));
    if (because === undefined) expectAllowed(answer);
    else expectDenied(answer, because);
  },
});

/** Credentials from AssumeRole, which another role asks for that the new one trusts. */
async function session(world: World, settings: RoleSettings, passed: Record<string, string> = {}): Promise<Keys> {
  const caller = await world.role();
  const trusted = { Effect: 'Allow', Principal: { AWS: caller.arn }, Action: ['sts:AssumeRole', 'sts:TagSession'] };
  const { arn } = await world.role({ ...settings, trust: [trusted] });
  const answer = await world.send(assume(arn, passed), caller);
  expectAllowed(answer);
  return keysIn(answer);
}

const assume = (RoleArn: string, passed: Record<string, string> = {}): Sent =>
  form('sts', 'AssumeRole', { RoleArn, RoleSessionName: 'mine', ...passed });

function keysIn({ text }: Answer): Keys {
  const of = (tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1] as string;
  return { accessKeyId: of('AccessKeyId'), secretAccessKey: of('SecretAccessKey'), sessionToken: of('SessionToken') };
}

const inline = (...statements: Statement[]) => ({ Policy: document(statements) });
const tag = (key: string, value: string) => ({ 'Tags.member.1.Key': key, 'Tags.member.1.Value': value });
const byTeam = [grant('dynamodb:*', '*', { StringEquals: { 'aws:PrincipalTag/team': 'shop' } })];

/** Session policies and session tags. */
export const sessions: RoleRow[] = [
  row('What role and session policy allow is allowed', page, {
    role: { inline: all },
    passed: inline(grant('dynamodb:GetItem')),
    sent: getItem,
  }),
  row('A session policy limits the role', page, {
    role: { inline: all },
    passed: inline(grant('dynamodb:GetItem')),
    sent: s3('GET', '/'),
    because: noSession,
  }),
  row('A session policy alone allows nothing', page, {
    role: {},
    passed: inline(grant('*')),
    sent: getItem,
    because: 'because no identity-based policy allows',
  }),
  row('A deny in a session policy denies', page, {
    role: { inline: all },
    passed: inline(grant('*'), { ...grant('dynamodb:*'), Effect: 'Deny' }),
    sent: getItem,
    because: 'with an explicit deny in a session policy',
  }),
  row('A managed policy may be a session policy', page, {
    role: { inline: all },
    passed: { 'PolicyArns.member.1.arn': 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess' },
    sent: getItem,
    because: noSession,
  }),
  row('A session tag is aws:PrincipalTag', tagging, {
    role: { inline: byTeam },
    passed: tag('team', 'shop'),
    sent: getItem,
  }),
  row('A session tag goes before the tag of the role', tagging, {
    role: { inline: byTeam, tags: { team: 'shop' } },
    passed: tag('team', 'bank'),
    sent: getItem,
    because: 'because no identity-based policy allows',
  }),
  {
    name: 'A role is not assumed without the ExternalId that its trust asks for',
    source: urlOf('id_roles_common-scenarios_third-party'),
    prove: async (world) => {
      const caller = await world.role();
      const Condition = { StringEquals: { 'sts:ExternalId': '42' } };
      const trusted = { Effect: 'Allow', Principal: { AWS: caller.arn }, Action: 'sts:AssumeRole', Condition };
      const { arn } = await world.role({ trust: [trusted] });
      expectDenied(await world.send(assume(arn, { ExternalId: '1' }), caller), 'because no role trust policy allows');
      expectAllowed(await world.send(assume(arn, { ExternalId: '42' }), caller));
    },
  },
];
