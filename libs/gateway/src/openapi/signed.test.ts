import { build, document, ok } from '../../testing/openapi';

interface Body {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly components: { readonly securitySchemes: object };
}

const cors = { allowOrigins: ['https://app.example.com'] };

const bodyOf = (paths: object) =>
  JSON.parse(String(build(document(paths), { cors }).aws_api_gateway_rest_api?.api?.body)) as Body;

const refusal = (operation: object) => {
  try {
    build(document({ '/prices': { get: { ...ok, ...operation } } }));
  } catch (error) {
    return (error as Error).message;
  }
  return 'no error';
};

describe('operations for signed requests', () => {
  const { components, paths } = bodyOf({
    '/prices': { get: { ...ok, 'x-gatehouse-iam': 'guests of the app' } },
    '/me': { get: ok },
  });

  it('have the security scheme of AWS signatures, and say who signs', () => {
    expect(paths['/prices']?.get).toMatchObject({ security: [{ sigv4: [] }], 'x-gatehouse-iam': 'guests of the app' });
    expect(components.securitySchemes).toMatchObject({
      sigv4: { type: 'apiKey', name: 'Authorization', in: 'header', 'x-amazon-apigateway-authtype': 'awsSigv4' },
    });
  });

  it('let pages send the headers of a signature, to their path alone', () => {
    const headersOf = (path: string) => JSON.stringify(paths[path]?.options).match(/Allow-Headers":"'([^']*)'/)?.[1];

    expect(headersOf('/prices')).toBe(
      'Authorization,Content-Type,X-Amz-Content-Sha256,X-Amz-Date,X-Amz-Security-Token',
    );
    expect(headersOf('/me')).toBe('Authorization,Content-Type');
  });

  it('bring no scheme where there are none', () => {
    expect(bodyOf({ '/me': { get: ok } }).components.securitySchemes).not.toHaveProperty('sigv4');
  });

  it.each([
    [
      'nobody signs',
      { 'x-gatehouse-iam': ' ' },
      '.get["x-gatehouse-iam"]: expected who signs the requests, found " ".',
    ],
    [
      'they are public too',
      { 'x-gatehouse-iam': 'guests', 'x-gatehouse-public': 'why' },
      '.get: expected one of x-gatehouse-public, x-gatehouse-iam and x-gatehouse-custom, found ',
    ],
    [
      'they take a token too',
      { 'x-gatehouse-iam': 'guests', security: [{ users: [] }] },
      '.get.security: expected none with x-gatehouse-iam, found',
    ],
  ])('fail when %s', (_, operation, message) => {
    expect(refusal(operation)).toContain(`test/api, openapi.yaml $.paths["/prices"]${message}`);
  });

  it('leave the resource policy to the prop', () => {
    const policy = { 'x-amazon-apigateway-policy': { Version: '2012-10-17', Statement: [] } };

    expect(() => build(document({ '/me': { get: ok } }, policy))).toThrow(
      'test/api, openapi.yaml $["x-amazon-apigateway-policy"]: expected the resource policy as the prop policy, found',
    );
  });
});
