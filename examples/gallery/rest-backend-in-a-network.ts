import { Lb } from '@cdktf/provider-aws/lib/lb';
import { UserPool } from '@gatehouse/cognito';
import { Auth, Integration, RequestValue, RestApi, VpcLink } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** A backend in a network, as it is and with answers that API Gateway makes. */
export default (stack: Construct): void => {
  const api = new RestApi(stack, 'api', {
    name: 'acme-orders',
    definition: 'openapi',
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('users', { userPools: [new UserPool(stack, 'users', { name: 'acme-users' })] });
  const auth = Auth.idToken();

  const loadBalancer = new Lb(stack, 'balancer', {
    name: 'acme-backend',
    internal: true,
    loadBalancerType: 'network',
    subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
  });
  const { vpcLinkId } = new VpcLink(stack, 'network', { name: 'acme-backend', loadBalancer });
  api.addRoute('GET /prices', {
    auth,
    integration: Integration.http({ url: 'https://backend.example.com/prices', vpcLinkId }),
  });
  api.addRoute('GET /prices/{id}', {
    auth,
    integration: Integration.customHttp({
      url: 'https://backend.example.com/prices/{id}',
      vpcLinkId,
      parameters: { headers: { 'X-User': RequestValue.context('authorizer.claims.sub') } },
      answers: [{ status: 200 }, { status: 404, when: '404' }, { status: 502, when: '5..' }],
    }),
  });
};
