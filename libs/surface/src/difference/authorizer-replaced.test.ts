import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const uri = (name: string) =>
  `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${name}/invocations`;
const authorizer = (more: object = {}) => ({
  ...{ id: 'a', rest_api_id: 'shop', name: 'people', type: 'TOKEN', authorizer_uri: uri('check') },
  ...more,
});
const stays = <T extends NonNullable<HandChange[0]>>(values: T): HandChange => [values, values];
const method = {
  rest_api_id: 'shop',
  resource_id: 'o',
  http_method: 'GET',
  authorization: 'CUSTOM',
  authorizer_id: 'a',
};

/** What is said of an authorizer of a method that stays. */
const said = (...change: HandChange) => saidWith({}, ...change);
const saidWith = (more: Readonly<Record<string, HandChange>>, ...change: HandChange) =>
  findingsOf(
    handPlan({
      ...more,
      'aws_api_gateway_rest_api.shop': stays({ id: 'shop', name: 'shop', root_resource_id: 'root' }),
      'aws_api_gateway_resource.orders': stays({ id: 'o', rest_api_id: 'shop', path: '/orders' }),
      'aws_api_gateway_method.orders': stays(method),
      'aws_api_gateway_authorizer.people': change,
    }),
  )
    .filter(({ rule }) => rule === 'authorizer-replaced')
    .map(({ severity, message }) => `${severity} ${message}`);

describe('an authorizer', () => {
  it('lets others pass by another kind, or another function', () => {
    expect(said(authorizer(), authorizer({ type: 'REQUEST' }))).toEqual([
      'high Callers pass authorizer people by REQUEST instead of TOKEN.',
    ]);
    expect(said(authorizer(), authorizer({ authorizer_uri: uri('other') }))).toEqual([
      'high Another function decides who passes authorizer people.',
    ]);
  });

  it('is another one on a stage whose variable picks another function', () => {
    const picked = stays(authorizer({ authorizer_uri: uri('${stageVariables.check}') }));
    const stage = (stage_name: string, check: string) => ({
      ...{ id: stage_name, rest_api_id: 'shop', stage_name, deployment_id: 'd', variables: { check } },
    });
    const on = (live: HandChange) =>
      saidWith(
        { 'aws_api_gateway_stage.live': live, 'aws_api_gateway_stage.test': stays(stage('test', 'other')) },
        ...picked,
      );
    const another = ['high Another function decides who passes authorizer people on stage live.'];
    expect(on([stage('live', 'check'), stage('live', 'other')])).toEqual(another);
    expect(on([null, stage('live', 'new')])).toEqual(another);
    expect(on([null, stage('live', 'other')])).toEqual([]);
    expect(on(stays(stage('live', 'check')))).toEqual([]);
  });

  it('lets the same pass where something else of it changes, or its kind is not known', () => {
    expect(said(authorizer(), authorizer({ authorizer_result_ttl_in_seconds: 10 }))).toEqual([]);
    expect(said(authorizer(), authorizer({ type: undefined }), { type: true })).toEqual([]);
  });

  it('guards no route any more once it is gone', () => {
    expect(said(authorizer(), null)).toEqual(['high Routes that authorizer people guarded no longer use it.']);
  });
});
