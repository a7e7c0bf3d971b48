import { anAuthorizer } from '../../testing/surface';
import { type Area } from '../area';
import { aMock, aResponse } from '../mocks';
import { pages } from '../pages';
import { message, rowsOf } from '../row';
import { conformanceApi } from '../served';

const preflight = (path: string, template: string) =>
  aMock(`OPTIONS ${path}`, {
    passthrough: 'NEVER',
    requestTemplates: { 'application/json': '{"statusCode":204}' },
    responses: [
      aResponse({
        statusCode: '204',
        responseParameters: {
          'method.response.header.Access-Control-Allow-Origin': "'http://localhost:3000'",
          'method.response.header.Access-Control-Allow-Headers': "'Authorization,Content-Type'",
          'method.response.header.Access-Control-Allow-Methods': "'GET,OPTIONS'",
          'method.response.header.Access-Control-Max-Age': "'600'",
        },
        responseTemplates: { 'application/json': template },
      }),
    ],
  });

// The shape that libs/gateway writes for several origins.
const ours =
  `#set($origin = $input.params('Origin'))` +
  `#if(!$origin || $origin == '')#set($origin = $input.params('origin'))#end` +
  `#if($origin == 'http://localhost:3000' || $origin == 'https://app.example.com')` +
  `#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end`;

// The shape that the AWS CDK writes.
const cdk =
  '#set($origin = $input.params().header.get("Origin"))\n' +
  '#if($origin == "") #set($origin = $input.params().header.get("origin")) #end\n' +
  '#if($origin == "https://app.example.com")\n' +
  '  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end';

const auth = { kind: 'cognito', authorizerId: 'users', scopes: [] } as const;
const api = conformanceApi('cors', {
  authorizers: [anAuthorizer({ id: 'users' })],
  routes: [
    preflight('/one', ''),
    preflight('/ours', ours),
    preflight('/cdk', cdk),
    aMock('GET /guarded', {}, { auth }),
    aMock('ANY /all-guarded', {}, { auth }),
  ],
});
const { answers, row } = rowsOf(api);
const from = (origin: string, name = 'Origin') => ({ headers: [[name, origin]] as [string, string][] });
const FIRST = 'http://localhost:3000';
const allows = (origin: string | undefined) => ({
  status: 204,
  body: '',
  headers: { 'access-control-allow-origin': origin },
});

const several = (path: string, who: string) => [
  ...['Origin', 'origin'].map((name) =>
    row(
      `An allowed origin is answered with itself (${who}, header ${name})`,
      pages.methodOverride,
      async ({ call }) => {
        const { headers } = await call(`OPTIONS ${path}`, from('https://app.example.com', name));
        expect(headers.filter(([key]) => key.toLowerCase() === 'access-control-allow-origin')).toEqual([
          ['Access-Control-Allow-Origin', 'https://app.example.com'],
        ]);
      },
    ),
  ),
  answers(
    `Another origin is answered with the first (${who})`,
    pages.methodOverride,
    `OPTIONS ${path}`,
    allows(FIRST),
    from('https://app.example.com.evil.example'),
  ),
  answers(`No origin is answered with the first (${who})`, pages.methodOverride, `OPTIONS ${path}`, allows(FIRST)),
];

/** What a page of another origin sees. */
export const cors: Area = {
  apis: [api],
  rows: [
    answers(
      'A preflight is answered as the MOCK says, for any origin',
      pages.cors,
      'OPTIONS /one',
      allows(FIRST),
      from('https://evil.example'),
    ),
    answers('A preflight names methods, headers and its age', pages.cors, 'OPTIONS /one', {
      status: 204,
      headers: {
        'access-control-allow-methods': 'GET,OPTIONS',
        'access-control-allow-headers': 'Authorization,Content-Type',
        'access-control-max-age': '600',
      },
    }),
    ...several('/ours', 'template of Gatehouse'),
    ...several('/cdk', 'template of the AWS CDK'),
    answers(
      'Without an OPTIONS method a preflight is 403',
      pages.cors,
      'OPTIONS /guarded',
      { status: 403, body: message('Missing Authentication Token') },
      from('https://app.example.com'),
    ),
    answers(
      'A preflight of a guarded ANY is 401',
      'https://github.com/aws/serverless-application-model/issues/957',
      'OPTIONS /all-guarded',
      { status: 401 },
      from('https://app.example.com'),
    ),
    answers(
      'A 401 has no CORS header that nobody asked for',
      'https://github.com/aws/serverless-application-model/issues/1983',
      'GET /guarded',
      { status: 401, headers: { 'access-control-allow-origin': undefined } },
      from('https://app.example.com'),
    ),
  ],
};
