import { type Model, type RestRoute } from '@gatehouse/surface';
import { aRoute } from '../../testing/surface';
import { type Area } from '../area';
import { type Sent } from '../client';
import { theFunction } from '../functions';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const model = (name: string, schema: object): Model => ({
  address: `aws_api_gateway_model.${name}`,
  ...{ name, contentType: 'application/json', schema: JSON.stringify(schema) },
});

const models = [
  model('Report', {
    $schema: 'http://json-schema.org/draft-04/schema#',
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string', minLength: 1 }, pages: { minimum: 0, exclusiveMinimum: true } },
    additionalProperties: false,
  }),
  model('Reports', {
    type: 'array',
    items: { $ref: 'https://apigateway.amazonaws.com/restapis/validated/models/Report' },
  }),
  model('Any', { type: 'object' }),
];

const route = (title: string, overrides: Partial<RestRoute>) =>
  aRoute(title, { integration: theFunction, ...overrides });
const body = (title: string, requestModels: Record<string, string>) =>
  route(title, { validator: { parameters: false, body: true }, requestModels });
const required = {
  'method.request.querystring.qs1': true,
  'method.request.path.issuer': true,
  'method.request.header.x-param': true,
};

const api = conformanceApi('validated', {
  models,
  routes: [
    route('POST /parameters/{id}', {
      validator: { parameters: true, body: false },
      requestParameters: { ...required, 'method.request.header.optional': false },
    }),
    route('POST /header', {
      validator: { parameters: true, body: false },
      requestParameters: { 'method.request.header.X-Tenant': true },
    }),
    route('POST /off', { requestParameters: required, requestModels: { 'application/json': 'Report' } }),
    route('POST /body-only', { validator: { parameters: false, body: true }, requestParameters: required }),
    route('POST /both', {
      validator: { parameters: true, body: true },
      requestParameters: { 'method.request.querystring.a': true },
      requestModels: { 'application/json': 'Report' },
    }),
    body('POST /report', { 'application/json': 'Report' }),
    body('POST /reports', { 'application/json': 'Reports' }),
    body('POST /any', { 'application/json': 'Any' }),
    body('POST /empty', { 'application/json': 'Empty' }),
    body('POST /default', { $default: 'Report' }),
    body('POST /xml', { 'application/json': 'Report', 'text/xml': 'Any' }),
  ],
});
const { answers, differs, row } = rowsOf(api);

const missing = (...names: string[]) => ({
  status: 400,
  body: message(`Missing required request parameters: [${names.join(', ')}]`),
  headers: { 'x-amzn-errortype': 'BadRequestException' },
});
const invalid = {
  status: 400,
  body: message('Invalid request body'),
  headers: { 'x-amzn-errortype': 'BadRequestException' },
};
const json = (text: string, type = 'application/json'): Sent => ({ headers: [['Content-Type', type]], body: text });
const header = (name: string, value: string): Sent => ({ headers: [[name, value]] });

const parameters = [
  answers(
    'All missing parameters are named, by header, path and query string',
    pages.recordedRouting,
    'POST /parameters/1',
    missing('x-param', 'issuer', 'qs1'),
  ),
  answers(
    'A parameter that is blank is missing',
    pages.validation,
    'POST /parameters/1?qs1=%20',
    missing('issuer', 'qs1'),
    header('x-param', 'y'),
  ),
  answers('An empty header is missing', pages.validation, 'POST /header', missing('X-Tenant'), header('X-Tenant', '')),
  answers(
    'A header in another case is missing',
    pages.recordedRouting,
    'POST /header',
    missing('X-Tenant'),
    header('x-tenant', 'a'),
  ),
  answers(
    'A header in its case passes',
    pages.recordedRouting,
    'POST /header',
    { status: 200 },
    header('X-Tenant', 'a'),
  ),
  answers('Without a validator nothing is required', pages.validation, 'POST /off', { status: 200 }),
  answers('A validator of bodies does not look at parameters', pages.validation, 'POST /body-only', { status: 200 }),
  answers('Parameters go before the body', pages.validation, 'POST /both', missing('a'), json('x')),
  row('The reason is printed', pages.validation, async ({ call, refusals }) => {
    await call('POST /header');
    expect(refusals).toEqual(['POST /local/header: Missing required request parameters: [X-Tenant]']);
  }),
];

const bodies = [
  answers(
    'A body that its model describes passes',
    pages.validation,
    'POST /report',
    { status: 200 },
    json('{"title":"Q3","pages":1}'),
  ),
  ...[
    ['A member of another type is 400', '{"title":3}'],
    ['A required member that is missing is 400', '{}'],
    ['A member too much is 400 where the model allows none', '{"title":"a","x":1}'],
    ['A body that is no JSON is 400', 'title'],
    ['A list for an object is 400', '[]'],
    ['null for an object is 400', 'null'],
    ['Schemas are draft 4: exclusiveMinimum is a boolean', '{"title":"a","pages":0}'],
  ].map(([name, text]) => answers(name!, pages.models, 'POST /report', invalid, json(text!))),
  answers(
    'An empty body is an empty object: 400 where a member is required',
    pages.recordedRouting,
    'POST /report',
    invalid,
  ),
  answers('An empty body is an empty object: it passes where none is', pages.recordedRouting, 'POST /any', {
    status: 200,
  }),
  answers('Without a content type the body is JSON', pages.dataMapping, 'POST /report', invalid, { body: '{}' }),
  answers(
    'Parameters of the content type do not count',
    pages.dataMapping,
    'POST /report',
    invalid,
    json('{}', 'application/json; charset=utf-8'),
  ),
  answers(
    'A content type without a model is not validated',
    pages.validation,
    'POST /report',
    { status: 200 },
    json('{}', 'text/plain'),
  ),
  answers(
    'A model for $default is for every other content type',
    pages.validation,
    'POST /default',
    invalid,
    json('{}', 'text/plain'),
  ),
  answers('Each content type has its own model', pages.models, 'POST /xml', { status: 200 }, json('{}', 'text/xml')),
  answers(
    'A model may point to another by its URL',
    pages.models,
    'POST /reports',
    { status: 200 },
    json('[{"title":"a"}]'),
  ),
  answers('The other model counts', pages.models, 'POST /reports', invalid, json('[{"title":1}]')),
  answers(
    'The model Empty, which AWS makes, takes every object',
    pages.models,
    'POST /empty',
    { status: 200 },
    json('{"any":1}'),
  ),
  answers('The model Empty takes no number', pages.models, 'POST /empty', invalid, json('3')),
  answers('Without a validator no body is validated', pages.validation, 'POST /off', { status: 200 }, json('x')),
  differs(
    'The printed reason is worded by ajv',
    pages.validation,
    'AWS shows its own words for $context.error.validationErrorString and documents none',
    async ({ call, refusals }) => {
      await call('POST /report', json('{"title":3}'));
      expect(refusals).toEqual(['POST /local/report: its body does not fit its model: [/title must be string]']);
    },
  ),
];

/** Request validators. */
export const validation: Area = { apis: [api], rows: [...parameters, ...bodies] };
