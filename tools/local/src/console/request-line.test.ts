import { createColors } from '@gatehouse/cli-kit';
import { aRequest } from '../requests-log/testing/request';
import { requestLine } from './request-line';

const style = { width: 100, paint: createColors(false) };

it('has method, path, who, answer and time', () => {
  expect(requestLine(aRequest(), style)).toBe('GET /local/reports/7  ada@example.com (ID token)  200  12 ms');
});

it('names the API', () => {
  const named = { ...style, api: 'desk' };
  expect(requestLine(aRequest(), named)).toMatch(/^desk: GET \/local\/reports\/7 {2}ada/);
  expect(requestLine(aRequest({ path: `/local/${'a'.repeat(300)}` }), named)).toHaveLength(100);
});

it('says why, where the gateway refused', () => {
  const refused = aRequest({ who: 'nobody', status: 401, why: 'no token in the header Authorization.' });
  expect(requestLine(refused, style)).toBe(
    'GET /local/reports/7  nobody  401  12 ms  no token in the header Authorization.',
  );
});

it('cuts a long path so that the rest fits the width', () => {
  const long = aRequest({ path: `/local/${'a'.repeat(300)}/end` });
  const line = requestLine(long, style);
  expect(line).toHaveLength(100);
  expect(line).toMatch(/^GET \/local\/a+…a+\/end {2}ada@example.com \(ID token\) {2}200 {2}12 ms$/);
  expect(requestLine(long, { ...style, width: 10 })).toMatch(/^GET \/local\/aaa…aaaaa\/end {2}ada/);
});

it('colours the answer by its class', () => {
  const paint = createColors(true);
  const answer = (status: number) => requestLine(aRequest({ status }), { ...style, paint });
  expect(answer(200)).toContain(paint.green('200'));
  expect(answer(403)).toContain(paint.yellow('403'));
  expect(answer(502)).toContain(paint.red('502'));
});
