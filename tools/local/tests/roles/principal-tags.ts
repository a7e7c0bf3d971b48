import { json, s3 } from './requests';
import { allows, denies, grant, nothing, type RoleRow } from './row';

const page = 'access_iam-tags';
const tags = { team: 'shop' };
const getItem = json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: 'a' } } });
const ofTeam = (value: string) => [grant('dynamodb:*', '*', { StringEquals: { 'aws:PrincipalTag/team': value } })];
const folder = [grant('s3:GetObject', 'arn:aws:s3:::prices/${aws:PrincipalTag/folder}/*')];
const matching = [grant('dynamodb:*', '*', { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } })];

/** Tags of the role. */
export const principalTags: RoleRow[] = [
  allows('aws:PrincipalTag is a tag of the role', page, { inline: ofTeam('shop'), tags }, getItem),
  denies('Another value is refused', page, { inline: ofTeam('bank'), tags }, getItem, nothing),
  denies('A role without the tag is refused', page, { inline: ofTeam('shop') }, getItem, nothing),
  allows(
    'A tag is a variable in a resource',
    'reference_policies_variables',
    { inline: folder, tags: { folder: 'a' } },
    s3('GET', '/prices/a/one.txt'),
  ),
  denies(
    'It does not lead elsewhere',
    'reference_policies_variables',
    { inline: folder, tags: { folder: 'a' } },
    s3('GET', '/prices/b/two.txt'),
    nothing,
  ),
  denies(
    'An asterisk in a tag is an asterisk, and no wildcard',
    'reference_policies_variables',
    { inline: folder, tags: { folder: '*' } },
    s3('GET', '/prices/a/one.txt'),
    nothing,
  ),
  denies(
    'Tags of role and resource must be the same',
    'tutorial_attribute-based-access-control',
    { inline: matching, tags },
    getItem,
    nothing,
  ),
  {
    name: 'Where they are the same it is allowed',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/tutorial_attribute-based-access-control.html',
    prove: async (world) => {
      const ResourceArn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/other';
      await world.deploy(json('dynamodb', 'TagResource', { ResourceArn, Tags: [{ Key: 'team', Value: 'shop' }] }));
      const request = json('dynamodb', 'GetItem', { TableName: 'other', Key: { pk: { S: 'a' } } });
      const answer = await world.send(request, await world.role({ inline: matching, tags }));
      expect(answer.code).toBe('');
    },
  },
];
