import { surfaceFromSynth } from '../surface-from-synth';
import { parseJsonTemplate } from './json-template';

/** Routes and their integrations of an API with this body; undefined for one that cannot be read. */
function routesOf(body: string): unknown {
  const other = { aws_lb: { shop: { name: 'shop' } } };
  const { apis } = surfaceFromSynth([
    { resource: { ...other, aws_api_gateway_rest_api: { shop: { name: 'shop', body } } } },
  ]);
  const [api] = apis;
  return api?.complete === true ? api.routes.map(({ path, integration }) => [path, integration?.uri]) : undefined;
}

const withUri = (uri: string) =>
  `{"openapi":"3.0.1","paths":{"/a":{"get":{"x-amazon-apigateway-integration":{"type":"http_proxy","uri":"${uri}"}}}}}`;

describe('an OpenAPI body with functions of Terraform in it', () => {
  it.each<[string, string, unknown]>([
    ['join of known texts', withUri('${join("/", ["https:/", "a.example"])}'), [['/a', 'https://a.example']]],
    ['format', withUri('${format("https://%s:%d", "a.example", 1)}'), [['/a', 'https://a.example:1']]],
    ['replace', withUri('${replace("https://b.example", "b.", "a.")}'), [['/a', 'https://a.example']]],
    [
      'join of what is not known yet',
      withUri('${join("", ["https://", aws_lb.shop.dns_name])}'),
      [['/a', { unknown: true, references: ['aws_lb.shop.dns_name'] }]],
    ],
    ['a condition', withUri('${true ? "https://a" : "https://b"}'), [['/a', 'https://a']]],
    ['a known path', '{"openapi":"3.0.1","paths":{"${join("/", ["", "a"])}":{"get":{}}}}', [['/a', undefined]]],
    [
      'jsonencode as a value',
      '{"openapi":"3.0.1","paths":${jsonencode({ "/a" = { "get" = {} } })}}',
      [['/a', undefined]],
    ],
    ['yamlencode', '${yamlencode({ "openapi" = "3.0.1", "paths" = { "/a" = { "get" = {} } } })}', [['/a', undefined]]],
    ['join of its parts', '${join("", ["{\\"paths\\":", "{\\"/a\\":{\\"get\\":{}}}}"])}', [['/a', undefined]]],
  ])('is read: %s', (_, body, routes) => {
    expect(routesOf(body)).toEqual(routes);
  });

  it.each([
    ['templatefile', '${templatefile("api.json", {})}'],
    ['a path that is not known yet', '{"openapi":"3.0.1","paths":{"/${aws_lb.shop.id}":{"get":{}}}}'],
  ])('is not read, and says so: %s', (_, body) => {
    expect(routesOf(body)).toBeUndefined();
  });
});

it('keeps what only looks like an expression', () => {
  expect(parseJsonTemplate('{"a":"$${x} ${join(",", [])}"}')).toEqual({ a: '$${x} ${join(",", [])}' });
});
