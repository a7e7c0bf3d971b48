import { surfaceFromSynth } from '../index';

const API = { rest_api_id: '${aws_api_gateway_rest_api.x.id}' };
const read = (api: object, more: object = {}) =>
  surfaceFromSynth([{ resource: { aws_api_gateway_rest_api: { x: { name: 'x', ...api } }, ...more } }] as never)
    .apis[0];

describe('what of a REST API has a limit', () => {
  const policy = '{"Version":"2012-10-17","Statement":[]}';
  const body = '{"openapi":"3.0.1","paths":{}}';

  it('is the size of its body and of its policy', () => {
    const api = read({ body, policy });
    expect([api?.bodySize, api?.policyLength]).toEqual([body.length, policy.length]);
    expect(read({}, { aws_api_gateway_rest_api_policy: { x: { ...API, policy } } })?.policyLength).toBe(policy.length);
  });

  it('is nothing where nothing is written', () => {
    expect(read({})).not.toHaveProperty('bodySize');
    expect(read({})).not.toHaveProperty('policyLength');
  });
});

describe('responses of a REST API', () => {
  const at = { ...API, resource_id: '${aws_api_gateway_rest_api.x.root_resource_id}', http_method: 'GET' };
  const response = { aws_api_gateway_method_response: { x: { ...at, status_code: '200' } } };
  const method = { aws_api_gateway_method: { x: { ...at, authorization: 'NONE' } } };

  it('belong to a method, or to none that is seen', () => {
    expect(read({}, { ...method, ...response })?.strayResponses).toBeFalsy();
    expect(read({}, response)?.strayResponses).toBe(true);
  });
});
