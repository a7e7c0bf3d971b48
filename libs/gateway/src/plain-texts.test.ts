import { synth } from '@gatehouse/testing';
import { httpStage } from '../testing/http-api';
import { stage } from '../testing/api';
import {
  ApiKey,
  Auth,
  ClientCertificate,
  HttpApi,
  Integration,
  RequestValue,
  RestApi,
  UsagePlan,
  VpcLink,
} from './index';

const text = '5%{x} ${stageVariables.host}';
const written = '5%%{x} $${stageVariables.host}';
const url = 'https://${stageVariables.host}/v1';
const auth = Auth.public('a test');

it.each(['openapi', 'resources'] as const)('texts of a REST API (%s) are no expressions of Terraform', (definition) => {
  const { resource } = synth((scope) => {
    const api = new RestApi(scope, 'api', { name: 'reports', definition, stage, description: text });
    api.addRoute('GET /proxy', { auth, integration: Integration.http({ url }) });
    api.addRoute('GET /mock', { auth, integration: Integration.mock({ headers: { 'X-Text': text } }) });
    const parameters = { headers: { 'X-Text': text, 'X-Host': RequestValue.stageVariable('host') } };
    const answers = [{ status: 200, headers: { 'X-Text': text } }] as const;
    api.addRoute('GET /custom', { auth, integration: Integration.customHttp({ url, parameters, answers }) });
    api.addRoute('GET /aws', {
      auth,
      integration: Integration.aws({ service: 's3', path: text, roleArn: 'arn:aws:iam::123456789012:role/r', answers }),
    });
    new VpcLink(scope, 'link', { name: 'link', description: text, loadBalancer: { arn: 'arn:aws:x' } } as never);
    new ClientCertificate(scope, 'certificate', { description: text });
    new UsagePlan(scope, 'plan', { name: 'plan', description: text }).addKey(
      new ApiKey(scope, 'key', { name: 'key', description: text }),
    );
  });

  const json = JSON.stringify(resource);
  // Descriptions: the API's (again in a body), link, certificate, plan and key; headers: mock, parameter, two answers; one path.
  expect(json.split(written)).toHaveLength(definition === 'openapi' ? 12 : 11);
  expect(json.split('https://$${stageVariables.host}/v1')).toHaveLength(3);
  expect(json.replaceAll('$${', '').replaceAll('%%{', '')).not.toMatch(/%\{|\$\{stageVariables/);
});

it('texts of an HTTP API are no expressions of Terraform', () => {
  const { resource } = synth((scope) => {
    const api = new HttpApi(scope, 'api', { name: 'reports', stage: httpStage, description: text });
    const change = { overwrite: '5%{x} ${price}' };
    api.addRoute('GET /proxy', {
      auth,
      integration: Integration.http({
        url,
        request: { headers: { 'X-Text': change }, querystring: { text: change }, path: '/%{x}' },
        answers: { 404: { headers: { 'X-Text': change } } },
      }),
    });
  });

  expect(resource.aws_apigatewayv2_api?.api?.description).toBe(written);
  expect(resource.aws_apigatewayv2_integration?.get_proxy).toMatchObject({
    integration_uri: 'https://$${stageVariables.host}/v1',
    request_parameters: {
      'overwrite:header.X-Text': '5%%{x} $${price}',
      'overwrite:querystring.text': '5%%{x} $${price}',
      'overwrite:path': '/%%{x}',
    },
    response_parameters: [{ status_code: '404', mappings: { 'overwrite:header.X-Text': '5%%{x} $${price}' } }],
  });
});
