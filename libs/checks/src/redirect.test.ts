import { redirect } from './redirect';

describe('a redirect', () => {
  it.each([
    'https://app.example.com/callback?x=y',
    'http://localhost:3000/callback',
    'http://127.0.0.1:8080',
    'http://[::1]:3000/',
    'myapp://callback',
    'com.example.app:/oauth',
  ])('may lead to %s', (url) => {
    expect(redirect.accepts(url)).toBe(true);
  });

  it.each([
    '/callback',
    'app.example.com',
    'http://app.example.com/',
    'http://localhost.example.com/',
    'http://127.0.0.2/',
    'https://app.example.com/#x',
    'https://*.example.com/',
    'https://app.example.com/a b',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    `https://example.com/${'x'.repeat(1024)}`,
  ])('may not lead to %s', (url) => {
    expect(redirect.accepts(url)).toBe(false);
  });
});
