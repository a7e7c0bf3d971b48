import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { callers } from '../callers';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';
import { callSigned, presign, sign, type SignedBy, type SignedRequest } from '../signed';

const route = (title: string) => aRoute(title, { integration: theFunction, auth: { kind: 'iam' } });
const api = conformanceApi('iam-signature', { routes: [route('ANY /prices'), route('ANY /items/{id}')] });
const { answers, differs, row } = rowsOf(api);

/** Its role may call every API of these tests. */
const signer = callers.anyApi;

const minutes = (count: number) => Date.now() + count * 60_000;
const invalid = 'InvalidSignatureException';
const mismatch =
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and ' +
  'signing method. Consult the service documentation for details.';

const passes = (name: string, title: string, how?: SignedBy) =>
  row(name, pages.signing, async (served) => {
    expect((await callSigned(served, title, signer, how)).status).toBe(200);
  });

/** Refused with 403, the error, and what is printed for the person who runs it. */
const refused = (
  name: string,
  [errorType, text]: readonly [string, string | RegExp],
  send: (url: string) => Promise<SignedRequest>,
  source = pages.signatureMismatch,
) =>
  row(name, source, async ({ call, refusals, url }) => {
    const { title, ...request } = await send(url);
    const answer = await call(title, request);
    expect([answer.status, answer.header('x-amzn-errortype')]).toEqual([403, errorType]);
    if (typeof text === 'string') expect(answer.body).toBe(message(text));
    else expect(answer.json().message).toMatch(text);
    expect(refusals).toEqual([expect.stringMatching(/Who may call it: IAM principal/)]);
    for (const secret of [signer.secretAccessKey, signer.sessionToken]) expect(refusals[0]).not.toContain(secret);
  });

const changed =
  (title: string, how: SignedBy | undefined, change: (request: SignedRequest) => Partial<SignedRequest>) =>
  async (url: string): Promise<SignedRequest> => {
    const request = await sign(url, title, signer, how);
    return { ...request, ...change(request) };
  };

const without = ({ headers }: SignedRequest, name: string) => headers.filter(([each]) => each.toLowerCase() !== name);

/** Signatures of AWS credentials, on IAM routes. */
export const iamSignatures: Area = {
  apis: [api],
  rows: [
    answers('A request without a signature is refused', pages.signatureMismatch, 'GET /prices', {
      status: 403,
      body: message('Missing Authentication Token'),
      headers: { 'x-amzn-errortype': 'MissingAuthenticationTokenException' },
    }),
    refused(
      'A bearer token is no signature',
      ['IncompleteSignatureException', /^Invalid key=value pair \(missing equal-sign\) in Authorization header/],
      () => Promise.resolve({ title: 'GET /prices', headers: [['Authorization', 'Bearer abc']] }),
      pages.incompleteSignature,
    ),
    refused(
      'A signature that lacks its parts is answered with which',
      ['IncompleteSignatureException', /^Authorization header requires 'Credential' parameter\./],
      () => Promise.resolve({ title: 'GET /prices', headers: [['Authorization', 'AWS4-HMAC-SHA256 Signature=a']] }),
    ),
    passes('A good signature passes', 'GET /prices'),
    passes('A signature covers the body', 'POST /prices', { body: '{"ä":1}' }),
    passes('A signature covers the query, sorted, repeated and escaped', 'GET /prices?b=2&b=1&a=&c%20d=%C3%A4%26'),
    passes('A signature covers the path as it is escaped', 'GET /items/a%20b%2Fc'),
    passes('A signature covers headers of the client', 'GET /prices', { headers: { 'x-trace': '  a   b ' } }),
    passes('A signature four minutes old passes', 'GET /prices', { at: minutes(-4) }),
    row('A presigned URL passes', pages.signing, async ({ call, url }) => {
      expect((await call(await presign(url, 'GET /prices?a=1', signer))).status).toBe(200);
    }),
    row('A presigned URL that is over is refused', pages.signing, async ({ call, url }) => {
      const answer = await call(await presign(url, 'GET /prices', signer, 30, minutes(-1)));
      expect([answer.status, answer.header('x-amzn-errortype')]).toEqual([403, invalid]);
    }),
    refused(
      'Another body is refused',
      [invalid, mismatch],
      changed('POST /prices', { body: 'a' }, () => ({ body: 'b' })),
    ),
    refused(
      'Another query is refused',
      [invalid, mismatch],
      changed('GET /prices?a=1', {}, () => ({ title: 'GET /prices?a=2' })),
    ),
    refused(
      'Another path is refused',
      [invalid, mismatch],
      changed('GET /items/1', {}, () => ({ title: 'GET /items/2' })),
    ),
    refused(
      'Another method is refused',
      [invalid, mismatch],
      changed('GET /prices', {}, () => ({ title: 'DELETE /prices' })),
    ),
    refused(
      'Another host is refused',
      [invalid, mismatch],
      changed('GET /prices', {}, (request) => ({
        headers: [...without(request, 'host'), ['Host', 'other.example.com']],
      })),
    ),
    refused('A wrong secret is refused', [invalid, mismatch], (url) =>
      sign(url, 'GET /prices', { ...signer, secretAccessKey: 'wrong' }),
    ),
    refused(
      'A date that is not the signed one is refused',
      ['IncompleteSignatureException', /./],
      changed('GET /prices', {}, (request) => ({ headers: without(request, 'x-amz-date') })),
    ),
    refused(
      'A header of AWS that is not signed is refused',
      ['IncompleteSignatureException', /x-amz-more/],
      changed('GET /prices', {}, ({ headers }) => ({ headers: [...headers, ['X-Amz-More', '1']] })),
    ),
    refused(
      'An access key that nobody has is refused',
      ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
      (url) => sign(url, 'GET /prices', { ...signer, accessKeyId: 'ASIANOBODY' }),
    ),
    refused(
      'Temporary credentials without their session token are refused',
      ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
      changed('GET /prices', {}, (request) => ({ headers: without(request, 'x-amz-security-token') })),
    ),
    refused(
      'A session token of other credentials is refused',
      ['UnrecognizedClientException', 'The security token included in the request is invalid.'],
      (url) => sign(url, 'GET /prices', { ...signer, sessionToken: callers.guest.sessionToken }),
    ),
    refused(
      'Credentials that are over are refused',
      ['ExpiredTokenException', 'The security token included in the request is expired'],
      (url) => sign(url, 'GET /prices', callers.expired),
      pages.gatewayResponseTypes,
    ),
    refused(
      'A signature is good for five minutes',
      [invalid, /^Signature expired: \d{8}T\d{6}Z is now earlier than .* - 5 min\.\)$/],
      (url) => sign(url, 'GET /prices', signer, { at: minutes(-6) }),
    ),
    refused('A signature of the future is refused', [invalid, /^Signature not yet current/], (url) =>
      sign(url, 'GET /prices', signer, { at: minutes(6) }),
    ),
    refused(
      'A signature for another region is refused',
      [invalid, 'Credential should be scoped to a valid region. '],
      (url) => sign(url, 'GET /prices', signer, { region: 'us-east-1' }),
    ),
    refused(
      'A signature for another service is refused',
      [invalid, "Credential should be scoped to correct service: 'execute-api'. "],
      (url) => sign(url, 'GET /prices', signer, { service: 's3' }),
    ),
    differs(
      'A signature that does not match is answered without the canonical request',
      pages.signatureMismatch,
      'AWS repeats the canonical request and the string to sign; the reason is printed here',
      async ({ call, url }) => {
        const { title, ...request } = await sign(url, 'GET /prices', { ...signer, secretAccessKey: 'wrong' });
        expect((await call(title, request)).body).toBe(message(mismatch));
      },
    ),
  ],
};
