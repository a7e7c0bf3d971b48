import { stage } from '../../testing/api';
import { openTo, synthHttpApi } from '../../testing/http-api';
import { type Changes, deploys, type Part, partOf, stays, verdictsOf } from '../../testing/deployments';
import {
  type AlarmsOptions,
  ApiDomain,
  ApiKey,
  type ApiKeyProps,
  type ApiUsagePlanOptions,
  type CanaryOptions,
  type CustomDomainOptions,
  type DashboardOptions,
  type DocumentationOptions,
  type DomainMappingOptions,
  Endpoint,
  type WebAclOptions,
} from '../index';

// What stands around the copy that a deployment makes: a change of it is live when it is applied.

const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a';
const topic = 'arn:aws:sns:eu-west-1:123456789012:a';
const throttle = { rateLimit: 1, burstLimit: 1 };
const tags = { team: 'a' };

const ofDomain: Changes<CustomDomainOptions> = {
  name: stays({ name: 'b.example.com' }),
  basePath: stays({ basePath: 'v1' }),
  certificateArn: stays({ certificateArn: `${certificateArn}b` }),
  ownershipCertificateArn: stays({ ownershipCertificateArn: certificateArn }),
  hostedZoneId: stays({ hostedZoneId: 'Z1' }),
  endpoint: stays({ endpoint: Endpoint.edge() }),
  tags: stays({ tags }),
  // The default endpoint is of the API itself.
  mutualTls: deploys({ mutualTls: { truststoreUri: 's3://bucket/truststore.pem' } }),
  disableDefaultEndpoint: deploys({ disableDefaultEndpoint: true }),
};

const parts: Readonly<Record<string, Part>> = {
  'a canary': partOf<CanaryOptions>(
    { percentTraffic: 1 },
    {
      percentTraffic: stays({ percentTraffic: 10 }),
      variables: stays({ variables: { a: 'b' } }),
      useStageCache: stays({ useStageCache: true }),
    },
    () => undefined,
    (canary) => ({ stage: { ...stage, canary } }),
  ),
  'a domain': partOf<CustomDomainOptions>({ name: 'a.example.com', certificateArn }, ofDomain, (api, options) =>
    api.addDomain(options),
  ),
  'a mapping': partOf<DomainMappingOptions>(
    {},
    { disableDefaultEndpoint: deploys({ disableDefaultEndpoint: true }) },
    (api, options, scope) =>
      new ApiDomain(scope, 'shop', { name: 'a.example.com', certificateArn }).addMapping(api, 'v1', options),
  ),
  'a usage plan': partOf<ApiUsagePlanOptions>(
    {},
    {
      name: stays({ name: 'other' }),
      description: stays({ description: 'other' }),
      throttle: stays({ throttle }),
      quota: stays({ quota: { limit: 1, period: 'DAY' } }),
      routes: stays({ routes: { 'GET /': throttle } }),
      productCode: stays({ productCode: 'a' }),
      tags: stays({ tags }),
    },
    (api, options) => api.addUsagePlan('partners', options),
  ),
  'an API key': partOf<Omit<ApiKeyProps, 'value'>>(
    { name: 'acme' },
    {
      name: stays({ name: 'other' }),
      description: stays({ description: 'other' }),
      enabled: stays({ enabled: false }),
      customerId: stays({ customerId: 'a' }),
      tags: stays({ tags }),
    },
    (api, options, scope) => api.addUsagePlan('partners').addKey(new ApiKey(scope, 'acme', options)),
  ),
  documentation: partOf<DocumentationOptions>(
    { api: { description: 'Reports' } },
    {
      api: stays({ api: { description: 'Other' } }),
      routes: stays({ routes: { 'GET /': { description: 'All' } } }),
      models: stays({ models: { Report: { description: 'A report' } } }),
      version: stays({ version: '2' }),
    },
    (api, options) => api.addDocumentation(options),
  ),
  alarms: partOf<AlarmsOptions>(
    { serverErrorPercent: 1 },
    {
      serverErrorPercent: stays({ serverErrorPercent: 2 }),
      clientErrorPercent: stays({ clientErrorPercent: 2 }),
      latencyP99Milliseconds: stays({ latencyP99Milliseconds: 100 }),
      unauthorizedPer5Minutes: stays({ unauthorizedPer5Minutes: 1 }),
      throttledPer5Minutes: stays({ throttledPer5Minutes: 1 }),
      email: stays({ email: 'on-call@example.com' }),
      snsTopicArn: stays({ snsTopicArn: topic }),
    },
    (api, options) => api.addAlarms(options),
  ),
  'a dashboard': partOf<DashboardOptions>({}, { name: stays({ name: 'other' }) }, (api, options) =>
    api.addDashboard(options),
  ),
  'a web ACL': partOf<WebAclOptions>(
    { rateLimitPer5Minutes: 100 },
    {
      rateLimitPer5Minutes: stays({ rateLimitPer5Minutes: 200 }),
      managedRules: stays({ managedRules: ['AWSManagedRulesCommonRuleSet'] }),
      userPools: stays({ userPools: { users: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab12' } }),
      webAclArn: stays({
        webAclArn: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/a/1',
        rateLimitPer5Minutes: undefined,
      }),
    },
    (api, options) => api.addWebAcl(options),
  ),
};

it.each(verdictsOf(parts, 'resources'))('$name: deploys $expected', ({ expected, found }) => {
  expect(found()).toBe(expected);
});

it('an HTTP API has no deployments: its stage deploys itself', () => {
  const { resource } = synthHttpApi((api, scope) => api.addRoute('GET /a', openTo(scope)));

  expect(resource.aws_apigatewayv2_stage?.api?.auto_deploy).toBe(true);
  expect(Object.keys(resource).filter((type) => type.endsWith('_deployment'))).toEqual([]);
});
