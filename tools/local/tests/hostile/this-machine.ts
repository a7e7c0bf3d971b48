import { request } from 'node:http';
import { type Attack } from './row';
import { type Targets } from './targets';

const source = 'https://fetch.spec.whatwg.org/#http-cors-protocol';

/** What a page of another origin, or of a host name that points here, gets from the emulator. */
const closed = (name: string, path: string, init: RequestInit, host?: string): Attack => ({
  name: `This machine: ${name}`,
  source,
  prove: async (targets) => {
    const { headers, status } = await ask(targets, path, init, host);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  },
});

/** fetch sets no Host. */
function ask({ aws }: Targets, path: string, { body, headers, method }: RequestInit, host?: string) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const all = { ...(headers as Record<string, string>), ...(host && { host }) };
    const sent = request(aws.url + path, { method, headers: all }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    });
    sent.on('error', reject).end(body as string | undefined);
  });
}

const EVIL = { origin: 'https://evil.example' };

/** Codes, tokens for tests and keys of credentials are for the person at this machine. */
export const localAttacks: readonly Attack[] = [
  closed('a page of another origin reads codes', '/moto-api/gatehouse/codes', { method: 'GET', headers: EVIL }),
  closed('a page of another origin asks first (preflight)', '/moto-api/gatehouse/codes', {
    method: 'OPTIONS',
    headers: { ...EVIL, 'access-control-request-method': 'GET' },
  }),
  closed('a page without an origin header reads codes', '/moto-api/gatehouse/codes', {
    method: 'GET',
    headers: { 'sec-fetch-site': 'cross-site' },
  }),
  closed(
    'a host name that points here reads codes (DNS rebinding)',
    '/moto-api/gatehouse/codes',
    {
      method: 'GET',
    },
    'evil.example',
  ),
  closed('a page of another origin deletes everything', '/moto-api/reset', { method: 'POST', headers: EVIL }),
  closed('a page of another origin reads what moto holds', '/moto-api/data.json', { method: 'GET', headers: EVIL }),
  closed('a page of another origin lists users with a made-up key', '/', {
    method: 'POST',
    headers: {
      ...EVIL,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.ListUserPools',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ MaxResults: 1 }),
  }),
  closed('a page of another origin lists roles, unsigned', '/', {
    method: 'POST',
    headers: { ...EVIL, 'content-type': 'application/x-www-form-urlencoded', host: 'iam.amazonaws.com' },
    body: 'Action=ListRoles&Version=2010-05-08',
  }),
  closed('a page of another origin reads a bucket', '/state', { method: 'GET', headers: EVIL }),
  closed(
    'a host name that points here lists APIs with a made-up key (DNS rebinding)',
    '/restapis',
    {
      method: 'GET',
      headers: {
        authorization:
          'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/apigateway/aws4_request, SignedHeaders=host, Signature=0',
      },
    },
    'evil.example',
  ),
  closed('a page of another origin lists buckets by OPTIONS', '/', { method: 'OPTIONS', headers: EVIL }),
  closed('tokens signed without the secret', '/moto-api/gatehouse/sign-token', {
    method: 'POST',
    body: JSON.stringify({ claims: { sub: 'admin' } }),
  }),
  closed('tokens signed with another secret', '/moto-api/gatehouse/sign-token', {
    method: 'POST',
    headers: { 'x-gatehouse-secret': 'f'.repeat(64) },
    body: JSON.stringify({ claims: { sub: 'admin' } }),
  }),
  closed('credentials of a role without the secret', '/moto-api/gatehouse/role-credentials', {
    method: 'POST',
    body: JSON.stringify({ roleArn: 'arn:aws:iam::123456789012:role/admin' }),
  }),
];
