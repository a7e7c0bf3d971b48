import { TerraformStack } from 'cdktf';
import { open, refusal, synthApi } from '../../testing/api';
import { openTo, synthHttpApi } from '../../testing/http-api';
import { ApiDomain, Endpoint } from '../index';

const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a';
const endpoint = Endpoint.private({ vpcEndpoints: ['vpce-1a'] });
const options = { name: 'api.example.com', certificateArn };

it('may stand for every name below a domain', () => {
  const name = '*.example.com';
  const rest = synthApi((api) => {
    api.addRoute('GET /', open);
    api.addDomain({ name, certificateArn });
  }).resource;
  const http = synthHttpApi((api, scope) => {
    api.addRoute('GET /', openTo(scope));
    api.addDomain({ name, certificateArn });
  }).resource;

  expect(rest.aws_api_gateway_domain_name?.api?.domain_name).toBe(name);
  expect(http.aws_apigatewayv2_domain_name?.api?.domain_name).toBe(name);
});

it.each(['*', '*example.com', 'api.*.com', '**.example.com', '*.com.'])('is no other pattern: %s', (name) => {
  expect(refusal((api) => api.addDomain({ name, certificateArn }))).toContain(
    'domain.name: expected a domain name in lowercase, such as api.example.com or *.example.com, found',
  );
});

const ofPrivate =
  'expected an API that is not private under a public name, found "a private API". Give the name and the API endpoints alike: endpoint: ' +
  'Endpoint.private({ vpcEndpoints }) of the name.';
const ofPublic =
  'expected a private API under a private name, found "an API that is not private". Give the name and the API endpoints alike: remove ' +
  'endpoint of the name, or make the API private by Endpoint.private.';

it('is private for a private API, and for no other', () => {
  expect(refusal((api) => api.addDomain(options), { endpoint })).toBe(`test/api/domain, domain.endpoint: ${ofPrivate}`);
  expect(refusal((api) => api.addDomain({ ...options, endpoint }))).toBe(
    `test/api/domain, domain.endpoint: ${ofPublic}`,
  );
  expect(
    refusal((api) => void new ApiDomain(TerraformStack.of(api), 'shop', options).addMapping(api), { endpoint }),
  ).toBe(`test/shop, addMapping: ${ofPrivate}`);
  expect(
    refusal((api) => void new ApiDomain(TerraformStack.of(api), 'shop', { ...options, endpoint }).addMapping(api)),
  ).toBe(`test/shop, addMapping: ${ofPublic}`);
});
