import { Auth, Endpoint, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** An API that VPCs reach through their endpoint, and no one else. Its policy follows from the endpoint. */
export default (stack: Construct): void => {
  const api = new RestApi(stack, 'api', {
    name: 'acme-internal',
    definition: 'openapi',
    endpoint: Endpoint.private({ vpcEndpoints: ['vpce-0123456789abcdef0'] }),
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addRoute('GET /prices', {
    auth: Auth.iam('Services in the VPC'),
    integration: Integration.http({ url: 'https://prices.example.com' }),
  });
};
