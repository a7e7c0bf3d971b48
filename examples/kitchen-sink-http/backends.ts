import { Auth, type HttpApi, HttpVpcLink, Integration, RequestValue } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Servers of one's own, on the internet and in a network. */
export function addBackends(stack: Construct, api: HttpApi): void {
  const auth = Auth.public('It is a kitchen sink');
  api.addRoute('ANY /legacy/{proxy+}', {
    auth,
    integration: Integration.http({
      url: 'https://legacy.example.com/{proxy}',
      timeoutMilliseconds: 5000,
      request: {
        headers: {
          cookie: 'remove',
          'x-caller': { overwrite: RequestValue.context('identity.sourceIp') },
          'x-api': { append: 'kitchen-sink' },
        },
        querystring: { color: { overwrite: RequestValue.stageVariable('backend') }, debug: 'remove' },
        path: RequestValue.path('proxy'),
      },
      answers: {
        404: { status: 200, headers: { 'x-found': { overwrite: 'no' } } },
        500: { headers: { server: 'remove' } },
      },
    }),
  });
  addInternal(stack, api, auth);
}

function addInternal(stack: Construct, api: HttpApi, auth: Auth): void {
  const vpcLink = new HttpVpcLink(stack, 'network', {
    name: 'kitchen-sink',
    subnetIds: ['subnet-0a1b2c3d', 'subnet-0a1b2c3e'],
    securityGroupIds: ['sg-0a1b2c3d'],
    tags: { team: 'kitchen' },
  });
  api.addRoute('GET /internal', {
    auth,
    integration: Integration.private({
      vpcLink,
      targetArn:
        'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/sink/50dc6c495c0c9188/f2f7dc8efc522ab2',
      serverName: 'sink.internal',
      timeoutMilliseconds: 5000,
      request: { path: '/prices' },
      answers: { 404: { headers: { server: 'remove' } } },
    }),
  });
}
