import { ApiGatewayAuthorizer } from '@cdktf/provider-aws/lib/api-gateway-authorizer';
import { ApiGatewayIntegration } from '@cdktf/provider-aws/lib/api-gateway-integration';
import { ApiGatewayIntegrationResponse } from '@cdktf/provider-aws/lib/api-gateway-integration-response';
import { ApiGatewayMethod } from '@cdktf/provider-aws/lib/api-gateway-method';
import { ApiGatewayMethodResponse } from '@cdktf/provider-aws/lib/api-gateway-method-response';
import { ApiGatewayResource } from '@cdktf/provider-aws/lib/api-gateway-resource';
import { ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';

// The routes of ../synth/main.ts as plain resources of cdktf, in its own words: the floor of any construct that writes resources.
const [outdir, routes] = process.argv.slice(2);
const app = new App({ outdir });
const stack = new TerraformStack(app, 'bare');
new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
const { id: restApiId, rootResourceId: parentId } = new ApiGatewayRestApi(stack, 'api', { name: 'bench' });
const { id: authorizerId } = new ApiGatewayAuthorizer(stack, 'users', {
  restApiId,
  name: 'users',
  type: 'COGNITO_USER_POOLS',
  providerArns: ['arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_Ab12'],
});
const guard = { authorization: 'COGNITO_USER_POOLS', authorizerId, authorizationScopes: ['reports/read'] };
const headers = ['Access-Control-Allow-Origin', 'Vary'].map((name) => `method.response.header.${name}`);

for (let i = 0; i < Number(routes); i++) {
  const resource = new ApiGatewayResource(stack, `route-${i}`, { restApiId, parentId, pathPart: `route-${i}` });
  addMethod(`get-${i}`, resource.id, 'GET', guard);
  addMethod(`options-${i}`, resource.id, 'OPTIONS', { authorization: 'NONE' });
}
app.synth();

function addMethod(id: string, resourceId: string, httpMethod: string, guarded: { authorization: string }): void {
  const place = { restApiId, resourceId, httpMethod };
  const method = new ApiGatewayMethod(stack, id, { ...place, ...guarded });
  const integration = new ApiGatewayIntegration(stack, `${id}-integration`, {
    ...place,
    httpMethod: method.httpMethod,
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
  });
  const { statusCode } = new ApiGatewayMethodResponse(stack, `${id}-response`, {
    ...place,
    httpMethod: integration.httpMethod,
    statusCode: '200',
    responseParameters: Object.fromEntries(headers.map((header) => [header, true])),
  });
  new ApiGatewayIntegrationResponse(stack, `${id}-integration-response`, {
    ...place,
    httpMethod: integration.httpMethod,
    statusCode,
    responseParameters: Object.fromEntries(headers.map((header) => [header, "'https://app.example.com'"])),
    responseTemplates: { 'application/json': '{"ok":true}' },
  });
}
