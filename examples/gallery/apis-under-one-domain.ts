import { ApiDomain, Auth, HttpApi, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

const throttle = { rateLimit: 50, burstLimit: 100 };
const accessLog = { retentionDays: 30 };

/** A REST and an HTTP API under one name, each below a path of its own. */
export default (stack: Construct): void => {
  const reports = new RestApi(stack, 'reports', {
    name: 'acme-reports',
    definition: 'openapi',
    stage: { name: 'v1', throttle, accessLog },
  });
  const integration = Integration.http({ url: 'https://backend.example.com/prices' });
  reports.addRoute('GET /prices', { auth: Auth.public('Prices are on the web site'), integration });
  const orders = new HttpApi(stack, 'orders', { name: 'acme-orders', stage: { throttle, accessLog } });
  orders.addRoute('GET /status', { auth: Auth.public('Uptime checks have no account'), integration });

  const domain = new ApiDomain(stack, 'shop', {
    name: 'api.example.com',
    certificateArn: 'arn:aws:acm:eu-west-1:111111111111:certificate/0b3f2c6e-1d2a-4c59-9a57-3f2f0c1d7e11',
    hostedZoneId: 'Z0123456789ABCDEFGHIJ',
  });
  domain.addMapping(reports, 'v1/reports');
  domain.addMapping(orders, 'v1/orders');
};
