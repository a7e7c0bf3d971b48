import { servedAt } from './served-at';

const url = 'http://127.0.0.1:4000';

it('names each address of the gateway once', () => {
  expect(servedAt([url, url, 'http://127.0.0.1:4001'], { unread: [] })).toBe(
    'Local gateway on http://127.0.0.1:4000, http://127.0.0.1:4001',
  );
});

it('names the APIs that it cannot serve', () => {
  const unread = [{ address: 'aws_api_gateway_rest_api(a1b2c3)', why: 'the API is made elsewhere' }];

  expect(servedAt([url], { unread })).toBe(
    'Local gateway on http://127.0.0.1:4000; not served: aws_api_gateway_rest_api(a1b2c3), the API is made elsewhere',
  );
});
