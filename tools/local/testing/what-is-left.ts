/** How the emulator lists each kind of thing that our stacks make. */
const listings = [
  {
    service: 'cognito-idp',
    target: 'AWSCognitoIdentityProviderService.ListUserPools',
    body: { MaxResults: 60 },
    list: 'UserPools',
  },
  {
    service: 'cognito-identity',
    target: 'AWSCognitoIdentityService.ListIdentityPools',
    body: { MaxResults: 60 },
    list: 'IdentityPools',
  },
  { service: 'acm', target: 'CertificateManager.ListCertificates', body: {}, list: 'CertificateSummaryList' },
  {
    service: 'acm',
    region: 'us-east-1',
    target: 'CertificateManager.ListCertificates',
    body: {},
    list: 'CertificateSummaryList',
  },
  { service: 'route53', path: '/2013-04-01/hostedzone', member: /<Name>([^<]*)/g },
  { service: 'ses', path: '/v2/email/identities', list: 'EmailIdentities' },
  { service: 'ses', path: '/v2/email/configuration-sets', list: 'ConfigurationSets' },
  { service: 'wafv2', target: 'AWSWAF_20190729.ListWebACLs', body: { Scope: 'REGIONAL' }, list: 'WebACLs' },
  { service: 'logs', target: 'Logs_20140328.DescribeLogGroups', body: {}, list: 'logGroups' },
  { service: 'apigateway', path: '/restapis', list: 'item' },
  { service: 'apigateway', path: '/usageplans', list: 'item' },
  { service: 'apigateway', path: '/apikeys', list: 'item' },
  { service: 'apigateway', path: '/domainnames', list: 'item' },
  { service: 'apigateway', path: '/vpclinks', list: 'item' },
  { service: 'apigateway', path: '/clientcertificates', list: 'item' },
  { service: 'apigateway', path: '/v2/apis', list: 'items' },
  { service: 'apigateway', path: '/v2/domainnames', list: 'items' },
  { service: 'apigateway', path: '/v2/vpclinks', list: 'items' },
  { service: 'lambda', path: '/2015-03-31/functions/', list: 'Functions' },
  { service: 'iam', path: '/?Action=ListRoles&Version=2010-05-08', member: /<RoleName>([^<]*)/g },
  {
    service: 'iam',
    path: '/?Action=ListPolicies&Scope=Local&Version=2010-05-08',
    member: /<PolicyName>([^<]*)/g,
  },
  { service: 'iam', path: '/?Action=ListOpenIDConnectProviders&Version=2010-05-08', member: /<Arn>([^<]*)/g },
  {
    service: 'monitoring',
    target: 'GraniteServiceVersion20100801.DescribeAlarms',
    body: {},
    list: 'MetricAlarms',
  },
  { service: 'dynamodb', target: 'DynamoDB_20120810.ListTables', body: {}, list: 'TableNames' },
  { service: 'firehose', target: 'Firehose_20150804.ListDeliveryStreams', body: {}, list: 'DeliveryStreamNames' },
  { service: 'kinesis', target: 'Kinesis_20131202.ListStreams', body: {}, list: 'StreamNames' },
  { service: 'states', target: 'AWSStepFunctions.ListStateMachines', body: {}, list: 'stateMachines' },
  { service: 'sqs', target: 'AmazonSQS.ListQueues', body: {}, list: 'QueueUrls' },
  {
    service: 'elasticloadbalancing',
    path: '/?Action=DescribeLoadBalancers&Version=2015-12-01',
    member: /<LoadBalancerArn>([^<]*)/g,
  },
  { service: 'sns', path: '/?Action=ListTopics&Version=2010-03-31', member: /<TopicArn>([^<]*)/g },
] as const;

/** Everything in the emulator that our stacks could have made, by service. */
export async function whatIsLeft(endpoint: string, region: string): Promise<Record<string, unknown[]>> {
  const left: Record<string, unknown[]> = {};
  for (const listing of listings) {
    const found = await list(endpoint, region, listing);
    if (found.length > 0) left[listing.service] = [...(left[listing.service] ?? []), ...found];
  }
  return left;
}

async function list(endpoint: string, region: string, listing: (typeof listings)[number]): Promise<unknown[]> {
  const response = await fetch(`${endpoint}${'path' in listing ? listing.path : '/'}`, {
    headers: {
      // The emulator reads service and region from here and checks no signature.
      Authorization: `AWS4-HMAC-SHA256 Credential=emulator/20260101/${'region' in listing ? listing.region : region}/${listing.service}/aws4_request, SignedHeaders=host, Signature=none`,
      ...('target' in listing && {
        'X-Amz-Target': listing.target,
        'Content-Type': 'application/x-amz-json-1.1',
      }),
    },
    ...('body' in listing && { method: 'POST', body: JSON.stringify(listing.body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${listing.service} answered ${response.status}: ${text}`);
  if ('member' in listing) return [...text.matchAll(listing.member)].map(([, name]) => name);
  const parsed = JSON.parse(text) as Record<string, unknown[] | undefined>;
  return parsed[listing.list] ?? [];
}
