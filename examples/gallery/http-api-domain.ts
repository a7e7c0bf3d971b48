import { Auth, HttpApi, HttpVpcLink, Integration } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Partners call `api.example.com/v1/orders` with certificates of their own (mutual TLS), and a load balancer in our network answers. */
export default (stack: Construct): void => {
  const vpcLink = new HttpVpcLink(stack, 'network', {
    name: 'acme',
    subnetIds: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
    securityGroupIds: ['sg-0a1b2c3d4e5f60718'],
  });
  const api = new HttpApi(stack, 'api', {
    name: 'acme-orders',
    stage: { throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addRoute('ANY /orders/{proxy+}', {
    auth: Auth.public('Callers show a certificate before they reach a route'),
    integration: Integration.private({
      vpcLink,
      targetArn:
        'arn:aws:elasticloadbalancing:eu-west-1:111111111111:listener/app/orders/50dc6c495c0c9188/f2f7dc8efc522ab2',
      serverName: 'orders.internal.example.com',
    }),
  });
  api.addDomain({
    name: 'api.example.com',
    certificateArn: 'arn:aws:acm:eu-west-1:111111111111:certificate/8c8e4f3a-0000-4000-8000-000000000000',
    hostedZoneId: 'Z0123456789ABCDEFGHIJ',
    mappingKey: 'v1',
    mutualTls: {
      truststoreUri: 's3://acme-truststore/partners.pem',
      truststoreVersion: '3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH',
    },
  });
};
