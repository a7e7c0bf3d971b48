import { json, s3 } from './requests';
import { denies, grant, type RoleRow, urlOf } from './row';

const why = 'what the emulator cannot tell is refused, never allowed';
const all = [grant('*')];
const list = (Condition: object) => [...all, { ...grant('*', '*', Condition), Effect: 'Deny' }];

/** What the emulator cannot tell, and how a refusal is reported. */
export const undecided: RoleRow[] = [
  {
    ...denies(
      'A policy that asks for a condition key whose value is not known here',
      'reference_policies_condition-keys',
      list({ StringEquals: { 'ssm:Overwrite': 'true' } }),
      json('ssm', 'PutParameter', { Name: '/shop/url', Value: 'v', Type: 'String', Overwrite: true }),
      'a policy asks for the condition key ssm:Overwrite, which it does not know',
    ),
    differs: why,
  },
  {
    ...denies(
      'Tags of a resource of a service whose tags are not read',
      'access_tags',
      list({ StringEquals: { 'aws:ResourceTag/team': 'bank' } }),
      json('ssm', 'GetParameter', { Name: '/shop/url' }),
      'a policy asks for the condition key aws:ResourceTag/team, which it does not know',
    ),
    differs: why,
  },
  {
    ...denies(
      'A sub-resource of S3 that has no action in the table',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html',
      all,
      s3('GET', '/prices?unheard-of'),
      'because the emulator cannot tell whether it is allowed: GET of a bucket with unheard-of',
    ),
    differs: why,
  },
  {
    ...denies(
      'DeleteObjects is refused whole when one of its objects is',
      'https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html',
      [grant('s3:DeleteObject', 'arn:aws:s3:::prices/a/*')],
      s3('POST', '/prices?delete', '<Delete><Object><Key>a/1</Key></Object><Object><Key>b/1</Key></Object></Delete>'),
      's3:DeleteObject on resource: arn:aws:s3:::prices/b/1',
    ),
    differs: 'AWS deletes the others and answers an error for that one',
  },
  {
    name: 'A refusal is printed with the statement that is missing',
    source: urlOf('troubleshoot_access-denied'),
    prove: async (world) => {
      const role = await world.role({ inline: [grant('dynamodb:Query')] });
      world.printed();
      await world.send(json('dynamodb', 'GetItem', { TableName: 'orders', Key: { pk: { S: 'a' } } }), role);
      const table = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';
      expect(world.printed()).toBe(
        [
          `[iam] User: arn:aws:sts::123456789012:assumed-role/${role.name}/test is not authorized to perform: dynamodb:GetItem on resource: ${table} because no identity-based policy allows the dynamodb:GetItem action`,
          `      Missing in an identity-based policy (inline policy "inline" of role ${role.name}): {"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"${table}"}`,
        ].join('\n'),
      );
    },
  },
];
