import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import { ApiDomain, Auth, HttpApi, HttpLogFormat, type HttpRouteOptions } from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { addAuthorizers } from './authorizers';
import { addBackends } from './backends';
import { addServices } from './services';

/** Two HTTP APIs that use everything: one with all kinds of routes, and one whose stage has a name. */
export function kitchenSinkHttp(stack: Construct): void {
  const api = new HttpApi(stack, 'sink', {
    name: 'kitchen-sink-http',
    description: 'Everything that an HTTP API has',
    version: '1',
    ipAddressType: 'dualstack',
    cors: {
      allowOrigins: ['https://app.example.com', 'https://admin.example.com'],
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['Authorization', 'Content-Type', 'X-Partner-Key'],
      exposeHeaders: ['X-Request-Id'],
      allowCredentials: true,
      maxAgeSeconds: 300,
    },
    stage: {
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLog: { retentionDays: 30, format: HttpLogFormat.standard('authorizerLatency', 'dataProcessed') },
      metrics: true,
      variables: { backend: 'blue' },
    },
    tags: { team: 'kitchen' },
  });
  const { authorized } = addAuthorizers(stack, api);
  addServices(stack, api);
  addBackends(stack, api);
  addAround(stack, api);
  addNamed(stack, authorized);
  addBeside(stack, api, authorized);
}

/** What stands around its stage. */
function addAround(stack: Construct, api: HttpApi): void {
  api.addAlarms({
    serverErrorPercent: 1,
    clientErrorPercent: 20,
    latencyP99Milliseconds: 900,
    unauthorizedPer5Minutes: 50,
    throttledPer5Minutes: 5,
    email: 'on-call@example.com',
  });
  api.addDashboard();
  api.addDomain({
    ...domain('api.sink.example.com'),
    ownershipCertificateArn: certificateArn,
    hostedZoneId: new Route53Zone(stack, 'zone', { name: 'sink.example.com' }).zoneId,
    ipAddressType: 'dualstack',
  });

  new TerraformOutput(stack, 'target', { value: api.domainTarget });
}

/** Its only way in is a name whose callers show certificates. */
function addNamed(stack: Construct, route: HttpRouteOptions): void {
  const named = new HttpApi(stack, 'named', {
    name: 'kitchen-sink-named',
    disableDefaultEndpoint: true,
    stage: { name: 'v1', throttle: { rateLimit: 5, burstLimit: 10 }, accessLog: { retentionDays: 1 } },
  });
  named.addRoute('$default', route);
  named.addDashboard({ name: 'kitchen-sink-named-of-its-own' });
  named.addDomain({
    ...domain('named.sink.example.com'),
    mappingKey: 'v1/reports',
    mutualTls: { truststoreUri: 's3://kitchen-sink/partners.pem', truststoreVersion: 'v1' },
  });
  new ApiDomain(stack, 'several', domain('several.sink.example.com')).addMapping(named, 'v1/named');
}

/** A route that others add to an API whose stage deploys itself. */
function addBeside(stack: Construct, { apiId }: HttpApi, { integration }: HttpRouteOptions): void {
  const beside = HttpApi.fromId(stack, 'beside', { apiId });
  beside.addRoute('GET /beside', { auth: Auth.public('It is a kitchen sink'), integration });
}

const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/8c8e4f3a-0000-4000-8000-000000000000';

const domain = (name: string) => ({ name, certificateArn });
