import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const api = { id: 'shop', name: 'shop', root_resource_id: 'root' };
const at = (http_method: string) => ({ rest_api_id: 'shop', resource_id: 'root', http_method });
const calling = (http_method: string, name: string) => ({
  ...at(http_method),
  type: 'AWS_PROXY',
  uri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${name}/invocations`,
});
const open = (verb: string): HandChange => [
  { ...at(verb), authorization: 'NONE' },
  { ...at(verb), authorization: 'NONE' },
];

/** What is said where public methods call another function. */
const said = (...verbs: string[]) =>
  findingsOf(
    handPlan({
      'aws_api_gateway_rest_api.shop': [api, api],
      ...Object.fromEntries(verbs.map((verb) => [`aws_api_gateway_method.${verb}`, open(verb)])),
      ...Object.fromEntries(
        verbs.map((verb) => [
          `aws_api_gateway_integration.${verb}`,
          [calling(verb, 'status'), calling(verb, 'admin')] as HandChange,
        ]),
      ),
    }),
  )
    .filter(({ rule }) => rule === 'backend-changed')
    .map(({ severity, subject, message }) => [severity, subject, message]);

describe('a function that public routes call', () => {
  const by = (routes: string) =>
    `Anyone on the internet can call function admin in place of function status, by ${routes}: no public route called it before.`;

  it('is one finding for all of them', () => {
    expect(said('GET')).toEqual([['high', 'GET /', by('GET /')]]);
    expect(said('GET', 'PUT')).toEqual([['high', 'GET /', by('GET / and 1 more of shop')]]);
  });

  it('is milder where only a preflight calls it', () => {
    expect(said('OPTIONS')).toEqual([['medium', 'OPTIONS /', by('OPTIONS /')]]);
    expect(said('OPTIONS', 'PUT')).toEqual([['high', 'PUT /', by('PUT / and 1 more of shop')]]);
  });
});
