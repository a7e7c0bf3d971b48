import { aRoute, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { type Sent } from '../client';
import { uriOf } from '../functions';
import { aResponse } from '../mocks';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

type Handling = 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | undefined;

/** A backend that sends the body back, with the content type of the request. */
const mirror = (path: string, request: Handling, response: Handling) =>
  aRoute(`POST ${path}`, {
    integration: lambdaIntegration({
      type: 'HTTP',
      uri: 'BACKEND/mirror',
      method: 'POST',
      contentHandling: request,
      requestParameters: { 'integration.request.header.Content-Type': 'method.request.header.Content-Type' },
      responses: [aResponse({ contentHandling: response })],
    }),
  });

const api = conformanceApi('content', {
  binaryMediaTypes: ['image/*'],
  routes: [
    mirror('/as-is', undefined, undefined),
    mirror('/request-binary', 'CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'),
    mirror('/request-text', 'CONVERT_TO_TEXT', 'CONVERT_TO_TEXT'),
    mirror('/response-binary', undefined, 'CONVERT_TO_BINARY'),
    mirror('/response-text', undefined, 'CONVERT_TO_TEXT'),
    aRoute('POST /proxy', {
      integration: lambdaIntegration({ type: 'HTTP_PROXY', uri: 'BACKEND/mirror', method: 'POST' }),
    }),
    aRoute('POST /template', {
      integration: lambdaIntegration({
        type: 'AWS',
        uri: uriOf('conformance'),
        contentHandling: 'CONVERT_TO_TEXT',
        requestTemplates: { 'image/png': '{"data":"$input.body"}' },
        responses: [aResponse()],
      }),
    }),
  ],
});
const { differs, row } = rowsOf(api);

const bytes = Buffer.from([0xff, 0xd8, 0x00]);
const [image, text] = ['image/png', 'text/plain'];
const upload = (type: string, accept: string, body: Buffer | string): Sent => ({
  headers: [
    ['Content-Type', type],
    ['Accept', accept],
  ],
  body,
});

const becomes = (name: string, path: string, sent: Sent, expected: Buffer | string, source = pages.binary) =>
  row(name, source, async ({ call }) => {
    const answer = await call(`POST ${path}`, sent);
    expect([answer.status, [...answer.bytes]]).toEqual([200, [...Buffer.from(expected)]]);
  });

/** Payloads of integrations without proxy between text and bytes. */
export const contentHandling: Area = {
  apis: [api],
  rows: [
    becomes('Text stays text', '/as-is', upload(text, text, 'ü'), 'ü'),
    becomes('Binary data stays binary when the client accepts it', '/as-is', upload(image, image, bytes), bytes),
    becomes('Binary data becomes base64 when the client accepts text', '/as-is', upload(image, text, bytes), '/9gA'),
    becomes('Text becomes binary when the client accepts a binary type', '/as-is', upload(text, image, '/9gA'), bytes),
    becomes(
      'CONVERT_TO_BINARY decodes the text of a request',
      '/request-binary',
      upload(text, text, 'aGVsbG8='),
      'hello',
    ),
    becomes(
      'CONVERT_TO_TEXT encodes the bytes of a request',
      '/template',
      upload(image, text, bytes),
      '{"data":"/9gA"}',
    ),
    becomes('CONVERT_TO_BINARY decodes the text of an answer', '/response-binary', upload(text, text, '/9gA'), bytes),
    becomes('CONVERT_TO_BINARY leaves the bytes of an answer', '/response-binary', upload(image, text, bytes), bytes),
    becomes('CONVERT_TO_TEXT encodes the bytes of an answer', '/response-text', upload(image, image, bytes), '/9gA'),
    becomes('CONVERT_TO_TEXT leaves the text of an answer', '/response-text', upload(text, image, 'ü'), 'ü'),
    becomes(
      'Bytes of a type that is not binary are spoiled: they are read as UTF-8',
      '/as-is',
      upload('application/zip', text, bytes),
      '\ufffd\ufffd\u0000',
      pages.recordedS3,
    ),
    row('Text that cannot be decoded is 500, and the reason is printed', pages.binary, async ({ call, problems }) => {
      const answer = await call('POST /request-binary', upload(text, text, 'not base64!'));
      expect([answer.status, answer.body]).toEqual([500, message('Internal server error')]);
      expect(problems[0]).toContain('the payload that is converted to binary is not base64');
    }),
    differs(
      'HTTP_PROXY passes bytes as they are, whatever the client accepts',
      pages.binary,
      'AWS spoils bytes of a type that is not declared; nobody relies on that',
      async ({ call }) => {
        expect([...(await call('POST /proxy', upload('application/zip', text, bytes))).bytes]).toEqual([...bytes]);
      },
    ),
  ],
};
