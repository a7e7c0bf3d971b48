import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const ISSUER = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a';
const ARN = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a';
const HTTP = 'aws_apigatewayv2_authorizer.people';
const REST = 'aws_api_gateway_authorizer.people';
const stays = <T extends NonNullable<HandChange[0]>>(values: T): HandChange => [values, values];
const people = stays({ id: 'eu-west-1_a', name: 'people', arn: ARN, endpoint: ISSUER.slice('https://'.length) });
const partners: HandChange = [null, { name: 'partners' }, { id: true, arn: true, endpoint: true }];
const said = (plan: object) =>
  findingsOf(plan)
    .filter(({ rule }) => rule === 'authorizer-issuer-added')
    .map(({ severity, message }) => `${severity} ${message}`);

describe('an authorizer of tokens', () => {
  const authorizer = (issuer: string | undefined, ...audience: string[]) => ({
    ...{ id: 'a', api_id: 'abc', name: 'people', authorizer_type: 'JWT' },
    identity_sources: ['$request.header.Authorization'],
    jwt_configuration: [{ issuer, audience }],
  });
  const api = { 'aws_apigatewayv2_api.shop': stays({ id: 'abc', name: 'shop', protocol_type: 'HTTP' }) };
  const change = (...[before, after, unknown]: HandChange) => handPlan({ ...api, [HTTP]: [before, after, unknown] });

  it('takes those of another issuer', () => {
    expect(said(change(authorizer(ISSUER, 'app'), authorizer('https://login.example.com', 'app')))).toEqual([
      'high Users with tokens of https://login.example.com pass authorizer people.',
    ]);
  });

  it('takes those for other clients, and for any where it names none any more', () => {
    expect(said(change(authorizer(ISSUER, 'app'), authorizer(ISSUER, 'app', 'other')))).toEqual([
      'high Users with a token for client other pass authorizer people.',
    ]);
    expect(said(change(authorizer(ISSUER, 'app'), authorizer(ISSUER)))).toEqual([
      'high Users with a token for any client of the issuer pass authorizer people.',
    ]);
    expect(said(change(authorizer(ISSUER, 'app', 'other'), authorizer(ISSUER, 'app')))).toEqual([]);
  });

  it('takes those of a pool that the plan makes, in place of an issuer that it names', () => {
    const plan = handPlan({
      ...api,
      'aws_cognito_user_pool.partners': partners,
      [HTTP]: [authorizer(ISSUER, 'app'), authorizer(undefined, 'app'), { jwt_configuration: [{ issuer: true }] }],
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- hand plans have no expressions of blocks
    }) as any;
    const references = ['aws_cognito_user_pool.partners.endpoint', 'aws_cognito_user_pool.partners'];
    plan.configuration.root_module.resources.push({
      ...{ address: HTTP, mode: 'managed', type: 'aws_apigatewayv2_authorizer', name: 'people' },
      expressions: { jwt_configuration: [{ issuer: { references } }] },
    });
    expect(said(plan)).toEqual(['high Users with tokens of aws_cognito_user_pool.partners pass authorizer people.']);
  });

  it('takes those that it took where the plan has their pool now', () => {
    const plan = { 'aws_cognito_user_pool.people': [null, people[1]] as HandChange };
    expect(said(handPlan({ ...api, ...plan, [HTTP]: stays(authorizer(ISSUER, 'app')) }))).toEqual([]);
  });
});

describe('an authorizer of user pools', () => {
  const authorizer = (...provider_arns: string[]) => ({
    ...{ id: 'a', rest_api_id: 'abc', name: 'people', type: 'COGNITO_USER_POOLS', provider_arns },
  });
  const made = (pools: readonly string[]) =>
    said(
      handPlan(
        {
          'aws_api_gateway_rest_api.shop': stays({ id: 'abc', name: 'shop' }),
          'aws_cognito_user_pool.people': people,
          'aws_cognito_user_pool.partners': partners,
          [REST]: [authorizer(ARN), authorizer(), { provider_arns: true }],
        },
        { [REST]: { provider_arns: pools.flatMap((pool) => [`${pool}.arn`, pool]) } },
      ),
    );

  it('takes users of a pool that the plan makes, beside the others or in their place', () => {
    const news = ['high Users with tokens of aws_cognito_user_pool.partners pass authorizer people.'];
    expect(made(['aws_cognito_user_pool.people', 'aws_cognito_user_pool.partners'])).toEqual(news);
    expect(made(['aws_cognito_user_pool.partners'])).toEqual(news);
  });
});
