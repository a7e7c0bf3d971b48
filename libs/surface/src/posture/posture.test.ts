import { fixture } from '../../testing/fixture';
import { realPlan } from '../../testing/real-plan';
import { surfaceFromState } from '../surface-from-state';
import { surfaceFromSynth } from '../surface-from-synth';
import { readPlans } from '../read-plans';
import { posture } from './posture';

/** A public method, as `libs/gateway` writes it. */
const withMethod = (method: object) =>
  surfaceFromSynth({
    'test-api': {
      resource: {
        aws_api_gateway_rest_api: { api: { name: 'test' } },
        aws_api_gateway_method: {
          get_root: {
            rest_api_id: '${aws_api_gateway_rest_api.api.id}',
            resource_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
            http_method: 'GET',
            authorization: 'NONE',
            ...method,
          },
        },
      },
    },
  });

describe('posture', () => {
  it('says of a finding where it comes from, what it means and what to do', () => {
    const comment = { metadata: { path: 'test-api/get_root/Resource' }, source: 'libs/stacks/src/routes.ts' };

    expect(posture(withMethod({ '//': comment }))).toEqual([
      {
        rule: 'public-route',
        severity: 'critical',
        subject: 'GET /',
        message: 'Anyone on the internet can call it.',
        remediation:
          'Give the route an authorizer or AWS_IAM. If it must be public, suppress the finding with the reason.',
        address: 'aws_api_gateway_method.get_root',
        stack: 'test-api',
        constructPath: 'test-api/get_root/Resource',
        source: 'libs/stacks/src/routes.ts',
      },
    ]);
  });

  it('keeps a public route with a reason in view, and quotes the reason', () => {
    expect(posture(withMethod({ '//': { public: 'It is the welcome page' } }))).toMatchObject([
      {
        severity: 'expected',
        message: 'Anyone on the internet can call it, as intended: "It is the welcome page".',
      },
    ]);
  });

  it('finds the same in what is applied as in what is synthesized', () => {
    const read = (file: 'main.tf.json' | 'applied.state.json') =>
      Object.fromEntries(['reports-identity', 'reports-api'].map((name) => [name, fixture(name, file)]));
    const keys = (findings: ReturnType<typeof posture>) =>
      findings.map(({ rule, severity, address }) => `${severity} ${rule} ${address}`);

    const applied = keys(posture(surfaceFromState(read('applied.state.json'))));

    expect(applied).toEqual(keys(posture(surfaceFromSynth(read('main.tf.json')))));
    expect(applied).toEqual([
      'critical public-route aws_api_gateway_method.get_root',
      'medium no-client-certificate aws_api_gateway_stage.api',
      'medium no-waf aws_api_gateway_stage.api',
      'medium threat-protection-off aws_cognito_user_pool.users',
      'medium user-existence-shown aws_cognito_user_pool_client.defaults',
    ]);
  });

  it('prints no password of an address', () => {
    const { after } = readPlans([realPlan('posture')]);

    const found = posture(after).filter(({ rule }) => rule === 'backend-plain-http');

    expect(found.map(({ after }) => after)).toEqual(['http://backend.example.com', 'http://backend.example.com']);
    expect(JSON.stringify(found)).not.toContain('hidden');
  });

  it('finds nothing where nothing is', () => {
    expect(posture(surfaceFromSynth([{ resource: {} }]))).toEqual([]);
  });
});
