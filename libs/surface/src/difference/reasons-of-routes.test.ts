import { handPlan } from '../../testing/hand-plan';
import { accessChanges, readPlans } from '../index';

/** What is said of a new route beside who may call it, by what its author said in the code. */
const said = (authorization: string, reasons: object) => {
  const read = readPlans([
    handPlan({
      'aws_api_gateway_rest_api.shop': [null, { id: 'shop', name: 'shop', root_resource_id: 'root' }],
      'aws_api_gateway_resource.orders': [null, { id: 'o', rest_api_id: 'shop', path: '/orders' }],
      'aws_api_gateway_method.orders': [
        null,
        { rest_api_id: 'shop', resource_id: 'o', http_method: 'GET', authorization },
      ],
    }),
  ]);
  const apis = read.after.apis.map((api) => ({
    ...api,
    routes: api.routes.map((route) => ({ ...route, ...reasons })),
  }));
  return accessChanges({ ...read, after: { ...read.after, apis } }).map(
    ({ publicReason, iamCallers, customCallers }) => ({ publicReason, iamCallers, customCallers }),
  );
};

const reasons = { publicReason: 'uptime checks', iamCallers: 'the night job', customCallers: 'partners' };

it('the reason of a route is that of its guard', () => {
  const none = { publicReason: undefined, iamCallers: undefined, customCallers: undefined };
  expect(said('NONE', reasons)).toEqual([{ ...none, publicReason: 'uptime checks' }]);
  expect(said('AWS_IAM', reasons)).toEqual([{ ...none, iamCallers: 'the night job' }]);
  expect(said('CUSTOM', reasons)).toEqual([{ ...none, customCallers: 'partners' }]);
  expect(said('NONE', {})).toEqual([none]);
});
