import { account, allowing, policy, session, verdict } from '../../testing/request';

const invoke = 'execute-api:Invoke';
const method = `arn:aws:execute-api:eu-west-1:${account}:a1b2c3/dev/GET/prices`;
const denying = (rest: object = {}) => policy({ Effect: 'Deny', Action: invoke, Resource: '*', ...rest });
const role = { allow: [allowing(invoke)], nothing: [], deny: [denying()] };
const api = {
  allow: allowing(invoke, 'execute-api:/*', { Principal: '*' }),
  nothing: allowing(invoke, 'execute-api:/prod/*', { Principal: '*' }),
  deny: denying({ Principal: '*' }),
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html, tables A and B */
describe('IAM authorization and the resource policy of an API', () => {
  it.each([
    ['allow', 'allow', 'allowed', 'allowed'],
    ['allow', 'nothing', 'allowed', 'implicitlyDenied'],
    ['allow', 'deny', 'explicitlyDenied', 'explicitlyDenied'],
    ['nothing', 'allow', 'allowed', 'implicitlyDenied'],
    ['nothing', 'nothing', 'implicitlyDenied', 'implicitlyDenied'],
    ['nothing', 'deny', 'explicitlyDenied', 'explicitlyDenied'],
    ['deny', 'allow', 'explicitlyDenied', 'explicitlyDenied'],
    ['deny', 'nothing', 'explicitlyDenied', 'explicitlyDenied'],
    ['deny', 'deny', 'explicitlyDenied', 'explicitlyDenied'],
  ] as const)('role: %s, API: %s: %s in one account, %s in two', (ofRole, ofApi, same, other) => {
    const asked = (of: string) =>
      verdict(
        invoke,
        method,
        { identity: role[ofRole], resource: api[ofApi] },
        { principal: session('app', 'now', of) },
      );
    expect([asked(account), asked('999999999999')]).toEqual([same, other]);
  });

  it('needs a policy of the API for another account', () => {
    const principal = session('app', 'now', '999999999999');
    expect(verdict(invoke, method, { identity: role.allow }, { principal })).toBe('implicitlyDenied');
  });
});
