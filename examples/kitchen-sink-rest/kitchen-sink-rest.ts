import { join } from 'node:path';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { UserPool } from '@gatehouse/cognito';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { type RestApi } from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { addApi } from './api';
import { addAuthorizers, type Guards } from './authorizers';
import { type Backends, makeBackends } from './backends';
import { addDomains } from './domains';
import { addIntegrations } from './integrations';
import { addKeys } from './keys';
import { addOthers } from './others';
import { addRequests } from './requests';
import { addServices } from './services';
import { reportTo, watch } from './watch';

/**
 * Two REST APIs that use everything: the same by resources and by one OpenAPI body, and small ones for what excludes itself. Each part is
 * a file that adds to an API; what it calls is shared.
 */
export function kitchenSinkRest(stack: Construct): void {
  const pools = ['staff', 'customers'].map(
    (name) => new UserPool(stack, name, { name: `sink-${name}`, deletionProtection: false }),
  ) as [UserPool, UserPool];
  const check = new LambdaFunction(stack, 'check', {
    functionName: 'sink-check',
    code: Code.bundle(join(__dirname, 'check-handler.ts')),
    live: {},
  });
  const backends = makeBackends(stack);
  mayCall(stack, backends, check);
  const apis = (['resources', 'openapi'] as const).map((definition) => {
    const api = addApi(stack, definition);
    addRoutes(api, addAuthorizers(api, pools, check, backends), backends);
    new TerraformOutput(stack, definition, { value: api.restApiId });
    return api;
  }) as [RestApi, RestApi];
  pools[0].addClient('app', { authFlows: { userPassword: true } });
  watch(stack, apis, pools[0]);
  reportTo(apis[1], backends);
  addKeys(stack, apis);
  addDomains(stack, apis, addOthers(stack, pools[0], check, backends));
}

function addRoutes(api: RestApi, guards: Guards, backends: Backends): void {
  addIntegrations(api, guards, backends);
  addServices(api, guards, backends);
  addRequests(api, guards);
  api.grantInvoke({ granteeId: 'own', roleName: backends.role.name }, 'GET /nightly');
  new TerraformOutput(api, 'nightly', { value: [api.executionArn, api.executionArnOf('GET /nightly')] });
}

/** An authorizer calls its function with the role. */
function mayCall(stack: Construct, { role }: Backends, check: LambdaFunction): void {
  const Statement = [{ Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: check.functionArn }];
  new IamRolePolicy(stack, 'mayCall', {
    role: role.name,
    policy: JSON.stringify({ Version: '2012-10-17', Statement }),
  });
}
