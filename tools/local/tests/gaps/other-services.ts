import { zipSync } from 'fflate';
import { type Gap, gapsFrom } from './gap';

const gap = gapsFrom(async () => ({}));

const zip = Buffer.from(zipSync({ 'index.js': Buffer.from('exports.handler = () => 1') })).toString('base64');

const trust = '{"Version":"2012-10-17","Statement":[]}';

/** Gaps of the services around the API. */
export const otherServices: Gap[] = [
  gap('501, which no SDK repeats, for an operation that is missing', async (aws) => {
    await expect(aws.idp('SetLogDeliveryConfiguration', {})).rejects.toMatchObject({
      status: 501,
      code: 'NotImplementedException',
      reason:
        'The emulator (moto) does not do this: The set_log_delivery_configuration action has not been implemented. See docs/emulator.md.',
    });
  }),
  gap('Lambda: keeps LoggingConfig and TracingConfig', async (aws) => {
    await aws.iam('CreateRole', {
      RoleName: 'gap',
      AssumeRolePolicyDocument: trust,
    });
    await aws.rest('lambda', 'POST', '/2015-03-31/functions', {
      FunctionName: 'gap',
      Role: 'arn:aws:iam::123456789012:role/gap',
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: zip },
      LoggingConfig: { LogFormat: 'JSON' },
    });
    const path = '/2015-03-31/functions/gap/configuration';
    await aws.rest('lambda', 'PUT', path, { TracingConfig: { Mode: 'Active' } });
    expect(await aws.rest('lambda', 'GET', path)).toMatchObject({
      LoggingConfig: { LogFormat: 'JSON', LogGroup: '/aws/lambda/gap' },
      TracingConfig: { Mode: 'Active' },
    });
  }),
  gap('Lambda: AddPermission for a role names it as a principal of AWS', async (aws) => {
    const role = 'arn:aws:iam::123456789012:role/caller';
    await aws.iam('CreateRole', { RoleName: 'caller', AssumeRolePolicyDocument: trust });
    const FunctionName = 'called';
    const settings = {
      FunctionName,
      Role: role,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Code: { ZipFile: zip },
    };
    await aws.rest('lambda', 'POST', '/2015-03-31/functions', settings);
    const path = '/2015-03-31/functions/called/policy';
    await aws.rest('lambda', 'POST', path, { StatementId: 's', Action: 'lambda:InvokeFunction', Principal: role });
    const { Policy } = (await aws.rest('lambda', 'GET', path)) as { Policy: string };
    expect(JSON.parse(Policy)).toMatchObject({ Statement: [{ Principal: { AWS: role } }] });
  }),
  gap('IAM: UpdateRole keeps a description it does not name', async (aws) => {
    const RoleName = 'described';
    await aws.iam('CreateRole', {
      RoleName,
      Description: 'kept',
      AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
    });
    await aws.iam('UpdateRole', { RoleName, MaxSessionDuration: '7200' });
    expect(await aws.iam('GetRole', { RoleName })).toContain('<Description>kept</Description>');
  }),
  gap('IAM: AddClientIDToOpenIDConnectProvider, RemoveClientIDFromOpenIDConnectProvider', async (aws) => {
    const provider = { OpenIDConnectProviderArn: 'arn:aws:iam::123456789012:oidc-provider/ci.example.com' };
    await aws.iam('CreateOpenIDConnectProvider', {
      Url: 'https://ci.example.com',
      'ClientIDList.member.1': 'one',
    });
    await aws.iam('AddClientIDToOpenIDConnectProvider', { ...provider, ClientID: 'two' });
    await aws.iam('RemoveClientIDFromOpenIDConnectProvider', { ...provider, ClientID: 'one' });
    const ids = /<ClientIDList>(.*?)<\/ClientIDList>/s.exec(await aws.iam('GetOpenIDConnectProvider', provider))?.[1];
    expect(ids?.replace(/\s/g, '')).toBe('<member>two</member>');
  }),
  gap('S3: lifecycle rules keep NewerNoncurrentVersions', async (aws) => {
    await aws.s3(
      'PUT',
      '/gap-lifecycle',
      '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>',
    );
    const kept = '<NoncurrentDays>30</NoncurrentDays><NewerNoncurrentVersions>10</NewerNoncurrentVersions>';
    await aws.s3(
      'PUT',
      '/gap-lifecycle?lifecycle',
      `<LifecycleConfiguration><Rule><ID>a</ID><Status>Enabled</Status><Filter/><NoncurrentVersionExpiration>${kept}</NoncurrentVersionExpiration></Rule></LifecycleConfiguration>`,
    );
    const answer = await aws.s3('GET', '/gap-lifecycle?lifecycle');
    expect(answer).toContain('<NewerNoncurrentVersions>10</NewerNoncurrentVersions>');
  }),
  gap('CloudWatch Logs: PutMetricFilter changes one that exists', async (aws) => {
    const logGroupName = '/gap';
    await aws.logs('CreateLogGroup', { logGroupName });
    const put = (metricValue: string) =>
      aws.logs('PutMetricFilter', {
        logGroupName,
        filterName: 'refused',
        filterPattern: '{ $.status = "401" }',
        metricTransformations: [{ metricName: 'refused', metricNamespace: 'Gap', metricValue }],
      });
    await put('1');
    await put('2');
    const { metricFilters } = await aws.logs('DescribeMetricFilters', { logGroupName });
    expect(metricFilters).toMatchObject([{ metricTransformations: [{ metricValue: '2' }] }]);
    await aws.logs('DeleteLogGroup', { logGroupName });
  }),
  gap('SES: GetConfigurationSet has the options that were set, and no others', async (aws) => {
    const options = {
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SendingOptions: { SendingEnabled: false },
    };
    const set = { ConfigurationSetName: 'gap', ...options };
    await aws.rest('ses', 'POST', '/v2/email/configuration-sets', set);
    expect(await aws.rest('ses', 'GET', '/v2/email/configuration-sets/gap')).toEqual(set);
  }),
  gap('SES: a domain has three DKIM tokens', async (aws) => {
    await aws.rest('ses', 'POST', '/v2/email/identities', { EmailIdentity: 'gap.example.com' });
    const { DkimAttributes } = await aws.rest('ses', 'GET', '/v2/email/identities/gap.example.com');
    expect(DkimAttributes).toMatchObject({
      SigningEnabled: true,
      Tokens: [0, 1, 2].map(() => expect.stringMatching(/^[0-9a-f]{32}$/)),
    });
  }),
];
