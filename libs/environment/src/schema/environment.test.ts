import { complaintsAbout, problemsOf } from '../../testing/sound';
import { type JsonObject, type JsonPath, type JsonValue } from '../read/json';

/** `change(['a', 'b'], 1)` is `{ a: { b: 1 } }`. */
function change(path: JsonPath, value: JsonValue): JsonObject {
  return path.reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value) as JsonObject;
}

const uuid = '12345678-1234-4234-8234-123456789012';

describe('environmentSchema', () => {
  it('accepts a sound environment', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[JsonPath, JsonValue]>([
    [['state', 'bucket'], 'a.b-3'],
    [['state', 'bucket'], 'x'.repeat(63)],
    [['state', 'kmsKey'], 'alias/team/state_key-1'],
    [['state', 'kmsKey'], uuid],
    [['state', 'kmsKey'], 'mrk-0123456789abcdef0123456789abcdef'],
    [['state', 'kmsKey'], `arn:aws:kms:eu-west-1:111111111111:key/${uuid}`],
    [['state', 'kmsKey'], 'arn:aws-us-gov:kms:eu-west-1:111111111111:alias/state'],
    [['identity', 'domainPrefix'], 'a'],
    [['identity', 'domainPrefix'], 'x'.repeat(63)],
    [['identity', 'passwordPolicy', 'minLength'], 6],
    [['identity', 'passwordPolicy', 'minLength'], 99],
    [['clients', 'app', 'tokenValidity', 'accessMinutes'], 5],
    [['clients', 'app', 'tokenValidity', 'idMinutes'], 1440],
    [['clients', 'app', 'tokenValidity', 'refreshMinutes'], 5_256_000],
    [
      ['clients', 'app', 'callbackUrls'],
      ['myapp://callback', 'http://localhost:3000/x?y=z', 'http://127.0.0.1:8080'],
    ],
    [
      ['clients', 'app', 'callbackUrls'],
      ['com.example.app:/oauth', 'http://[::1]:3000/'],
    ],
    [['api', 'stage'], 'V1_beta-2'],
    [
      ['api', 'cors', 'allowOrigins'],
      ['http://localhost:3000', 'https://xn--bcher-kva.example', 'http://[::1]:3000'],
    ],
    [
      ['api', 'cors', 'allowHeaders'],
      ['authorization', 'X-Amz-Date'],
    ],
    [['api', 'throttle', 'rateLimit'], 0.5],
    [['api', 'logs', 'retentionDays'], 3653],
    [['tags'], { 'cost center': 'Ünïcode 12', empty: '' }],
  ])('accepts at %j the value %j', (path, value) => {
    expect(complaintsAbout(change(path, value))).toEqual([]);
  });

  it.each(['us-gov-west-1', 'eusc-de-east-1', 'ap-southeast-7'])('accepts the region %s', (region) => {
    expect(complaintsAbout({ region, api: { domain: null } })).toEqual([]);
  });

  it.each<[JsonPath, JsonValue, string]>([
    [['region'], 'eu-wset-1', 'eu-west-1'],
    [['state', 'region'], 'us-east1', 'us-east-1'],
    [['api', 'logs', 'level'], 'EROR', 'ERROR'],
  ])('suggests at %j for %j the value %j', (path, value, suggestion) => {
    expect(problemsOf(change(path, value)).map(({ fix }) => fix)).toEqual([`Did you mean "${suggestion}"?`]);
  });

  it.each<[JsonPath, JsonValue, string]>([
    [['account'], '12345678901', 'the 12 digits'],
    [['account'], '1234567890123', 'the 12 digits'],
    [['account'], 123456789012, 'the 12 digits'],
    [['account'], '12345678901x', 'the 12 digits'],
    [['account'], '123456789012\n', 'the 12 digits'],
    [['region'], 'EU-WEST-1', 'an AWS region'],
    [['region'], 'euwest1', 'an AWS region'],
    [['region'], 'eu-west-1a', 'an AWS region'],
    [['region'], 'eu-wset-1', 'an AWS region'],
    [['region'], 'eu-west-9', 'an AWS region'],
    [['state', 'region'], 'aws-global', 'an AWS region'],
    [['tier'], 'prod', 'one of "local", "development", "staging", "production"'],
    [['state'], [], 'an object'],
    [['state', 'bucket'], 'ab', 'an S3 bucket name'],
    [['state', 'bucket'], 'Upper', 'an S3 bucket name'],
    [['state', 'bucket'], 'under_score', 'an S3 bucket name'],
    [['state', 'bucket'], 'two..dots', 'an S3 bucket name'],
    [['state', 'bucket'], '192.168.5.4', 'an S3 bucket name'],
    [['state', 'bucket'], 'xn--state', 'an S3 bucket name'],
    [['state', 'bucket'], 'state-s3alias', 'an S3 bucket name'],
    [['state', 'bucket'], '-state', 'an S3 bucket name'],
    [['state', 'bucket'], 'x'.repeat(64), 'an S3 bucket name'],
    [['state', 'kmsKey'], 'alias/aws/s3', 'a customer-managed KMS key'],
    [['state', 'kmsKey'], 'state', 'a customer-managed KMS key'],
    // Terraform refuses a UUID of no RFC 4122 version.
    [['state', 'kmsKey'], '00000000-0000-0000-0000-000000000000', 'a customer-managed KMS key'],
    [['state', 'kmsKey'], `arn:aws:kms:eu-west-1:111111111111:${uuid}`, 'a customer-managed KMS key'],
    [['state', 'kmsKey'], `arn:aws:s3:eu-west-1:111111111111:key/${uuid}`, 'a customer-managed KMS key'],
    [['identity', 'selfSignUp'], 'yes', 'true or false'],
    [['identity', 'mfa'], true, 'one of "off", "optional", "required"'],
    [['identity', 'passwordPolicy', 'minLength'], 5, 'a whole number of characters from 6 to 99'],
    [['identity', 'passwordPolicy', 'minLength'], 100, 'a whole number of characters from 6 to 99'],
    [['identity', 'passwordPolicy', 'minLength'], 8.5, 'a whole number of characters from 6 to 99'],
    [['identity', 'passwordPolicy', 'minLength'], '12', 'a whole number of characters from 6 to 99'],
    [['identity', 'passwordPolicy', 'temporaryPasswordValidityDays'], 366, 'a whole number of days from 1 to 365'],
    [['identity', 'domainPrefix'], 'Company', '1 to 63 lowercase letters'],
    [['identity', 'domainPrefix'], 'company-', '1 to 63 lowercase letters'],
    [['identity', 'domainPrefix'], 'x'.repeat(64), '1 to 63 lowercase letters'],
    [['identity', 'domainPrefix'], 'lawsuit', 'a prefix without the word aws, which AWS keeps for itself'],
    [['identity', 'domainPrefix'], 'amazonia', 'a prefix without the word amazon'],
    [['identity', 'domainPrefix'], 'cognito-dev', 'a prefix without the word cognito'],
    [['clients', 'app', 'tokenValidity', 'accessMinutes'], 4, 'a whole number of minutes from 5 to 1440'],
    [['clients', 'app', 'tokenValidity', 'idMinutes'], 1441, 'a whole number of minutes from 5 to 1440'],
    [['clients', 'app', 'tokenValidity', 'refreshMinutes'], 5_256_001, 'a whole number of minutes from 60 to 5256000'],
    [['clients', 'app', 'callbackUrls'], ['http://app.example.com/'], 'an absolute URL without a fragment'],
    [['clients', 'app', 'callbackUrls'], ['http://localhost.example.com/'], 'an absolute URL without a fragment'],
    [['clients', 'app', 'callbackUrls'], ['https://app.example.com/#x'], 'an absolute URL without a fragment'],
    [['clients', 'app', 'callbackUrls'], ['/callback'], 'an absolute URL without a fragment'],
    [['clients', 'app', 'callbackUrls'], ['https://*.example.com'], 'an absolute URL without a fragment'],
    [['clients', 'app', 'callbackUrls'], ['javascript:alert(1)'], 'an absolute URL without a fragment'],
    [['clients', 'app', 'callbackUrls'], [`https://example.com/${'x'.repeat(1024)}`], 'an absolute URL'],
    [
      ['clients', 'app', 'logoutUrls'],
      Array.from({ length: 101 }, (_, i) => `https://a.test/${i}`),
      'at most 100 addresses',
    ],
    [['identity', 'guests'], 'yes', 'true or false'],
    [['identity', 'email', 'from'], 'Acme <no-reply@example.com>', 'an e-mail address'],
    [['identity', 'email', 'fromName'], 'Acme\r\nBcc: eve@example.org', 'a name in one line'],
    [['identity', 'email', 'verifiedDomain'], 'no-reply@example.com', 'a domain name in lowercase'],
    [['identity', 'email', 'region'], 'nowhere', 'an AWS region such as eu-west-1'],
    [['identity', 'email', 'configurationSet'], 'my set', '1 to 64 letters'],
    [['api', 'stage'], '', '1 to 128 letters'],
    [['api', 'waf', 'managedRules'], ['AWSManagedRulesBotControlRuleSet'], 'one of "AWSManagedRulesAdmin'],
    [['api', 'waf', 'managedRules'], [], 'at least one group of rules'],
    [['api', 'waf', 'rateLimitPer5Minutes'], 9, 'a whole number of requests from 10 to 2000000000'],
    [['api', 'domain', 'name'], 'API.example.com', 'a domain name in lowercase'],
    [['api', 'domain', 'name'], 'example', 'a domain name in lowercase'],
    [['api', 'domain', 'certificateArn'], 'arn:aws:iam::111111111111:server-certificate/a', 'the ARN of a cert'],
    [['api', 'domain', 'hostedZoneId'], 'example.com', 'the id of a hosted zone'],
    [['api', 'domain', 'basePath'], 'v1/reports', 'one part of a path'],
    [['api', 'cache', 'sizeGb'], 1, 'one of the sizes that API Gateway has, in GB: 0.5, 1.6'],
    [['api', 'cache', 'ttlSeconds'], 3601, 'a whole number of seconds from 1 to 3600'],
    [['alarms', 'email'], 'everybody', 'an e-mail address'],
    [['alarms', 'serverErrorPercent'], 0, 'a number of percent above 0, at most 100'],
    [['alarms', 'clientErrorPercent'], 101, 'a number of percent above 0, at most 100'],
    [['alarms', 'latencyP99Milliseconds'], 29_001, 'a whole number of milliseconds from 1 to 29000'],
    [['api', 'stage'], 'a/b', '1 to 128 letters'],
    [['api', 'stage'], '$default', '1 to 128 letters'],
    [['api', 'cors', 'allowOrigins'], [], 'at least one origin'],
    [['api', 'cors', 'allowOrigins'], ['https://app.example.com/'], 'scheme://host[:port]'],
    [['api', 'cors', 'allowOrigins'], ['https://app.example.com/path'], 'scheme://host[:port]'],
    [['api', 'cors', 'allowOrigins'], ['https://App.example.com'], 'scheme://host[:port]'],
    [['api', 'cors', 'allowOrigins'], ['https://app.example.com:443'], 'scheme://host[:port]'],
    [['api', 'cors', 'allowOrigins'], ['https://user@app.example.com'], 'scheme://host[:port]'],
    [['api', 'cors', 'allowOrigins'], ['app.example.com'], 'scheme://host[:port]'],
    [['api', 'cors', 'allowOrigins'], ['null'], 'scheme://host[:port]'],
    [['api', 'cors', 'allowOrigins'], ['https://*.example.com'], 'scheme://host[:port]'],
    [['api', 'cors', 'allowHeaders'], ['Authorization', '*'], 'the name of an HTTP header'],
    [['api', 'cors', 'allowHeaders'], ['Authorization', "X'Y"], 'the name of an HTTP header'],
    [['api', 'cors', 'maxAgeSeconds'], 86_401, 'a whole number of seconds from 0 to 86400'],
    [['api', 'throttle', 'rateLimit'], 0, 'a number above 0'],
    [['api', 'throttle', 'burstLimit'], 0, 'a whole number of requests from 1'],
    [['api', 'logs', 'retentionDays'], 31, 'one of the numbers of days that CloudWatch Logs knows: 1, 3, 5,'],
    [['api', 'logs', 'level'], 'info', 'one of "OFF", "ERROR", "INFO"'],
    [['tags', 'Team'], 'a#b', 'a tag value'],
    [['tags', 'Team'], 'x'.repeat(257), 'a tag value'],
  ])('fails when %j is %j', (path, value, expected) => {
    const complaints = complaintsAbout(change(path, value));
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`: ${expected}`);
  });
});
