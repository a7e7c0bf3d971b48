import { aRoute, aStage, lambdaIntegration } from '../../testing/surface';
import { type Area } from '../area';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { rowsOf } from '../row';
import { conformanceApi } from '../served';

const api = conformanceApi('not-served', {
  endpointTypes: ['EDGE'],
  defaultEndpointDisabled: true,
  routes: [
    aRoute('ANY /echo', { integration: theFunction }),
    aRoute('GET /private', {
      integration: lambdaIntegration({
        type: 'HTTP_PROXY',
        connection: 'VPC_LINK',
        uri: 'BACKEND/private',
        method: 'GET',
      }),
    }),
    aRoute('GET /private/elsewhere', {
      integration: lambdaIntegration({
        type: 'HTTP_PROXY',
        connection: 'VPC_LINK',
        uri: 'http://127.0.0.1:9/x',
        method: 'GET',
      }),
    }),
  ],
  stages: [
    aStage({
      webAclArn: 'arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/x/1',
      tracing: true,
      clientCertificateId: 'cert1',
    }),
  ],
});
const { differs } = rowsOf(api);

/** What API Gateway does and a laptop does not. */
export const notServed: Area = {
  apis: [api],
  rows: [
    differs(
      'A web ACL is not asked',
      pages.webAcl,
      'AWS WAF has no emulation; the review says what becomes of a web ACL',
      async ({ call }) => {
        expect((await call('GET /echo?q=%27%20OR%201=1')).status).toBe(200);
      },
    ),
    differs(
      'An API is served though its default endpoint is disabled',
      pages.defaultEndpoint,
      'its own domain resolves nowhere on a laptop',
      async ({ call }) => {
        expect((await call('GET /echo')).status).toBe(200);
      },
    ),
    differs(
      'An EDGE endpoint adds no CloudFront-* headers and no Via',
      pages.endpointTypes,
      'there is no CloudFront in front',
      async ({ call }) => {
        const names = Object.keys((await call('GET /echo')).json().headers);
        expect(names.filter((name) => /^(cloudfront-|via$|x-amz-cf-id$)/i.test(name))).toEqual([]);
      },
    ),
    differs(
      'A private integration is called by its URI, without its VPC link',
      pages.vpcLink,
      'there is no VPC here; what answers at the URI is the backend',
      async ({ call }) => {
        expect((await call('GET /private')).json().url).toBe('/private');
      },
    ),
    differs(
      'A private integration whose backend does not answer here is 501',
      pages.vpcLink,
      'it may well answer in its VPC',
      async ({ call, problems }) => {
        const answer = await call('GET /private/elsewhere');
        expect([answer.status, answer.json().message]).toEqual([
          501,
          'The local gateway does not serve the VPC link to http://127.0.0.1:9, where nothing answers.',
        ]);
        expect(problems[0]).toContain('the VPC link to http://127.0.0.1:9');
      },
    ),
    differs(
      'A backend sees no client certificate, and `npm start` says so',
      pages.clientCertificate,
      'AWS alone has the key of the certificate',
      ({ notes }) => {
        expect(notes()).toContain(
          'API not-served, stage local: backends see no client certificate: AWS alone has the key of cert1.',
        );
      },
    ),
    differs(
      'HTTP/2 is not spoken',
      pages.endpointTypes,
      'browsers speak it over TLS only, and there is no certificate here',
      async ({ bytes, refusals }) => {
        expect(await bytes('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
        expect(refusals).toHaveLength(1);
      },
    ),
  ],
};
