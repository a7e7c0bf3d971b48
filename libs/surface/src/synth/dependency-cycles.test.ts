import { evaluateRules } from '../findings/evaluate-rules';
import { dependencyCycle } from '../refusal/rules/dependency-cycle';
import { surfaceFromSynth } from '../surface-from-synth';

type Body = Readonly<Record<string, unknown>>;

const cyclesOf = (resource: Record<string, Record<string, Body>>, rest: Body = {}) =>
  (surfaceFromSynth({ api: { resource, ...rest } }).dependencyCycles ?? []).map(({ address, stack, steps }) => [
    `${stack} ${address}`,
    ...steps.map((step) => `${step.address} ${step.argument}`),
  ]);

const lambda = (body: Body) => ({ aws_lambda_function: { define: body } });
const pool = (body: Body) => ({ aws_cognito_user_pool: { people: body } });
const triggered = pool({ lambda_config: { define_auth_challenge: '${aws_lambda_function.define.arn}' } });
const needed = (POOL: string) => lambda({ environment: { variables: { POOL } } });

describe('blocks that need each other', () => {
  it('are found through arguments, as a way from each to the next', () => {
    expect(cyclesOf({ ...triggered, ...needed('${aws_cognito_user_pool.people.id}') })).toEqual([
      [
        'api aws_cognito_user_pool.people',
        'aws_cognito_user_pool.people lambda_config',
        'aws_lambda_function.define environment',
      ],
    ]);
  });

  it.each([
    [
      'a local value',
      needed('${local.pool}'),
      { locals: { pool: '${local.id}', id: '${aws_cognito_user_pool.people.id}' } },
    ],
    ['depends_on', lambda({ depends_on: ['aws_cognito_user_pool.people'] }), {}],
    ['an expression in a text', needed('${upper("a ${aws_cognito_user_pool.people.id}")} b'), {}],
    ['a directive', needed('%{ if true }${aws_cognito_user_pool.people.id}%{ endif }'), {}],
    [
      'a data source',
      needed('${data.aws_ssm_parameter.pool.value}'),
      { data: { aws_ssm_parameter: { pool: { name: '${aws_cognito_user_pool.people.id}' } } } },
    ],
  ])('are found through %s', (_way, function_, rest) => {
    expect(cyclesOf({ ...triggered, ...function_ }, rest)).toHaveLength(1);
  });

  it('are found where a block names itself, and where two cycles are apart', () => {
    const queue = { a: { name: '${aws_sqs_queue.b.name}' }, b: { name: '${aws_sqs_queue.a.name}' } };
    const topic = { own: { name: '${aws_sns_topic.own.name}' } };
    expect(cyclesOf({ aws_sqs_queue: queue, aws_sns_topic: topic })).toEqual([
      ['api aws_sqs_queue.a', 'aws_sqs_queue.a name', 'aws_sqs_queue.b name'],
      ['api aws_sns_topic.own', 'aws_sns_topic.own name'],
    ]);
  });

  it('are not those that only lead to one another, nor what only looks like a name', () => {
    expect(cyclesOf({ ...triggered, ...needed('people') })).toEqual([]);
    expect(cyclesOf({ ...triggered, ...needed('see aws_cognito_user_pool.people of ${terraform.workspace}') })).toEqual(
      [],
    );
    expect(cyclesOf({ ...triggered, ...needed('$${aws_cognito_user_pool.people.id}') })).toEqual([]);
    expect(cyclesOf({ ...triggered, ...lambda({ '//': { note: '${aws_cognito_user_pool.people.id}' } }) })).toEqual([]);
  });
});

it('the remedy for a trigger is its event, for others what is known before', () => {
  const remedies = (resource: object) =>
    evaluateRules([dependencyCycle], surfaceFromSynth([{ resource }])).map(({ remediation }) => remediation);
  expect(remedies({ ...triggered, ...needed('${aws_cognito_user_pool.people.id}') })).toEqual([
    expect.stringContaining('event.userPoolId'),
  ]);
  expect(remedies({ aws_sns_topic: { own: { name: '${aws_sns_topic.own.name}' } } })).toEqual([
    expect.stringContaining('a name that is known before'),
  ]);
});
