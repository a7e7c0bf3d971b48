import { evaluateRules } from '../findings/evaluate-rules';
import { surfaceFromSynth } from '../surface-from-synth';
import { unreadableBody } from './critical/unreadable-body';

const surface = surfaceFromSynth({
  'dev-api': {
    resource: {
      aws_api_gateway_rest_api: {
        shop: { '//': { metadata: { path: 'dev-api/shop' } }, name: 'shop', body: '${file("shop.json")}' },
        read: { name: 'read', body: '{"openapi":"3.0.1","paths":{}}' },
      },
      aws_apigatewayv2_api: { orders: { name: 'orders', protocol_type: 'HTTP', body: '${file("orders.json")}' } },
    },
  },
});

it('finds APIs of an environment whose bodies cannot be read, by their construct paths', () => {
  const found = evaluateRules([unreadableBody], surface, 'production');

  expect(found.map(({ constructPath, severity, subject }) => [subject, severity, constructPath])).toEqual([
    ['API shop', 'critical', 'dev-api/shop'],
    ['API orders', 'critical', undefined],
  ]);
});

it('says nothing where the environment is not known', () => {
  expect(evaluateRules([unreadableBody], surface)).toEqual([]);
});
