import { handPlan } from '../../testing/hand-plan';
import { allow, document, OTHER, OWN, root } from '../../testing/resource-policy';
import { differences, readPlans } from '../index';

const PARTNER = '222222222222';
const API = 'aws_api_gateway_rest_api.shop';
const api = (...accounts: string[]) => ({
  ...{ id: 'abc', name: 'shop', root_resource_id: 'root' },
  execution_arn: `arn:aws:execute-api:eu-west-1:${OWN}:abc`,
  policy: document(...accounts.map((account) => allow(root(account), 'execute-api:Invoke'))),
});

/** What is said where one account more may call, and the team trusts some. */
const said = (account: string, ...accounts: string[]) => {
  const read = readPlans([handPlan({ [API]: [api(PARTNER), api(PARTNER, account)] })]);
  const policy = { trusted: { accounts, organizations: [], issuers: [] } };
  return differences({ ...read, policy })
    .filter(({ rule }) => rule === 'api-policy-opened')
    .map(({ severity, message }) => `${severity} ${message}`);
};

it('the policy of an API is wider with an account that it lets in, unless the team trusts that', () => {
  expect(said(OTHER)).toEqual([`high More callers can reach shop: account ${OTHER}.`]);
  expect(said(OTHER, OTHER)).toEqual([]);
  expect(said(OWN)).toEqual([]);
});
