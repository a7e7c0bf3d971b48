import { matches, page } from '../../testing/request';

/** The tables of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const job = { StringEquals: { 'aws:PrincipalTag/job-category': 'iamuser-admin' } };
const tags = {
  StringEqualsIgnoreCase: { 'aws:RequestTag/environment': ['preprod', 'storage'] },
  'ForAnyValue:StringEquals': { 'aws:TagKeys': 'environment' },
};
const paths = {
  'ForAllValues:StringNotLike': {
    'aws:ResourceOrgPaths': ['o-acorg/r-acroot/ou-acroot-mediaou/', 'o-acorg/r-acroot/ou-acroot-sportsou/*'],
  },
};
const secure = { Bool: { 'aws:SecureTransport': 'false' } };
const binary = { BinaryEquals: { key: 'QmluYXJ5VmFsdWVJbkJhc2U2NA==' } };
const address = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
const addresses = { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '2001:DB8:1234:5678::/64'] } };
const topic = { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:us-west-2:123456789012:TOPIC-ID' } };
const distribution = (name: string, of = '123456789012') => `arn:aws::cloudfront:${of}:distribution/${name}`;
const logged = {
  'ForAllValues:ArnLike': { 'logs:LogGeneratingResourceArns': [distribution('*'), distribution('support*')] },
};
const instance = { StringLikeIfExists: { 'ec2:InstanceType': ['t1.*', 't2.*', 'm3.*'] } };
const few = { NumericLessThanEquals: { 's3:max-keys': '10' } };
const fresh = { DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' } };
const temporary = { Null: { 'aws:TokenIssueTime': 'false' } };

const cases: [string, object, Record<string, string | string[]>, boolean][] = [
  ['Conditions_String', job, { 'aws:PrincipalTag/job-category': 'iamuser-admin' }, true],
  ['Conditions_String', job, { 'aws:PrincipalTag/job-category': 'dev-ops' }, false],
  ['Conditions_String', job, {}, false],
  ['Conditions_String', tags, { 'aws:TagKeys': ['environment'], 'aws:RequestTag/environment': 'preprod' }, true],
  [
    'Conditions_String',
    tags,
    { 'aws:TagKeys': ['environment', 'costcenter'], 'aws:RequestTag/environment': 'PreProd' },
    true,
  ],
  ['Conditions_String', tags, { 'aws:TagKeys': ['Environment'], 'aws:RequestTag/Environment': 'preprod' }, false],
  ['Conditions_String', tags, { 'aws:TagKeys': ['costcenter'], 'aws:RequestTag/environment': 'preprod' }, false],
  ['Conditions_String', tags, { 'aws:RequestTag/environment': 'storage' }, false],
  ['Conditions_String', tags, { 'aws:TagKeys': ['environment'] }, false],
  ['Conditions_String', tags, {}, false],
  ['Conditions_Boolean', secure, { 'aws:SecureTransport': 'false' }, true],
  ['Conditions_Boolean', secure, { 'aws:SecureTransport': 'true' }, false],
  ['Conditions_Boolean', secure, {}, false],
  ['Conditions_BinaryEquals', binary, { key: 'QmluYXJ5VmFsdWVJbkJhc2U2NA==' }, true],
  ['Conditions_BinaryEquals', binary, { key: 'ASIAIOSFODNN7EXAMPLE' }, false],
  ['Conditions_BinaryEquals', binary, {}, false],
  ['Conditions_IPAddress', address, { 'aws:SourceIp': '203.0.113.1' }, true],
  ['Conditions_IPAddress', address, { 'aws:SourceIp': '198.51.100.1' }, false],
  ['Conditions_IPAddress', address, {}, false],
  ['Conditions_IPAddress', addresses, { 'aws:SourceIp': '2001:db8:1234:5678::1' }, true],
  ['Conditions_IPAddress', addresses, { 'aws:SourceIp': '2001:db8:1234:5679::1' }, false],
  ['Conditions_ARN', topic, { 'aws:SourceArn': 'arn:aws:sns:us-west-2:123456789012:TOPIC-ID' }, true],
  ['Conditions_ARN', topic, { 'aws:SourceArn': 'arn:aws:sns:us-west-2:777788889999:TOPIC-ID' }, false],
  ['Conditions_ARN', topic, {}, false],
  ['Conditions_ARN', logged, { 'logs:LogGeneratingResourceArns': [distribution('costcenter')] }, true],
  [
    'Conditions_ARN',
    logged,
    { 'logs:LogGeneratingResourceArns': [distribution('costcenter'), distribution('support2025')] },
    true,
  ],
  ['Conditions_ARN', logged, { 'logs:LogGeneratingResourceArns': [distribution('costcenter', '777788889999')] }, false],
  ['Conditions_ARN', logged, {}, true],
  ['Conditions_IfExists', instance, { 'ec2:InstanceType': 't1.micro' }, true],
  ['Conditions_IfExists', instance, { 'ec2:InstanceType': 'm2.micro' }, false],
  ['Conditions_IfExists', instance, {}, true],
  [
    'Conditions_IfExists',
    { StringNotEqualsIfExists: { 'aws:PrincipalServiceName': 'codebuild.amazonaws.com' } },
    {},
    true,
  ],
  ['Conditions_Numeric', few, { 's3:max-keys': '10' }, true],
  ['Conditions_Numeric', few, { 's3:max-keys': '11' }, false],
  ['Conditions_Numeric', few, {}, false],
  ['Conditions_Date', fresh, { 'aws:TokenIssueTime': '2020-01-01T00:00:02Z' }, true],
  ['Conditions_Date', fresh, { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' }, false],
  ['Conditions_Date', fresh, { 'aws:TokenIssueTime': '1577836802' }, true],
  ['Conditions_Date', fresh, {}, false],
  ['Conditions_Null', temporary, { 'aws:TokenIssueTime': '2020-01-01T00:00:01Z' }, true],
  ['Conditions_Null', temporary, {}, false],
];

describe(`condition operators, ${page('reference_policies_elements_condition_operators')}`, () => {
  it.each(cases)('%s: %j with %j is %s', (_, condition, context, result) => {
    expect(matches(condition, context)).toBe(result);
  });

  // Its table says the reverse of its text: "None of the values in the request can match", and true without the key.
  it.each([
    [['o-acorg/r-acroot/ou-acroot-sportsou/costcenter/'], false],
    [['o-acorg/r-acroot/ou-acroot-mediaou/costcenter/'], true],
    [[], true],
  ])('ForAllValues:StringNotLike follows the text for %j: %s', (values, result) => {
    expect(matches(paths, { 'aws:ResourceOrgPaths': values })).toBe(result);
  });

  // The page's table lists a pattern that takes each name of the account, yet expects "admin" not to match.
  it('ForAllValues:ArnLike takes each ARN that any of the patterns takes', () => {
    const values = [distribution('costcenter'), distribution('admin')];
    expect(matches(logged, { 'logs:LogGeneratingResourceArns': values })).toBe(true);
  });
});
