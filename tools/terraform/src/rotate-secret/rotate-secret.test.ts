import { type PlanJson, type StateResource } from '../plan-json';
import { nameOf, nextStep, type SecretGeneration } from './next-step';
import { appliedClients, holdersOf, undeployed } from './secrets-in-plans';

describe('the steps of a rotation', () => {
  it('make, switch and remove, and begin again', () => {
    const seen: [string, SecretGeneration][] = [];
    let secret: SecretGeneration = { generation: 1 };
    for (let count = 0; count < 4; count += 1) {
      const step = nextStep('price-feed', secret);
      ({ secret } = step);
      seen.push([step.name, secret]);
    }

    expect(seen).toEqual([
      ['make', { generation: 1, next: true }],
      ['switch', { generation: 2, previous: true }],
      ['remove', { generation: 2 }],
      ['make', { generation: 2, next: true }],
    ]);
  });

  it('say what their deploy does', () => {
    expect(nextStep('price-feed', { generation: 2, previous: true }).does).toBe(
      'price_feed is deleted, and its secret works no more.',
    );
    expect([nameOf('price-feed', 1), nameOf('price-feed', 2)]).toEqual(['price_feed', 'price_feed_2']);
  });
});

const client = (name: string) => ({
  address: `aws_cognito_user_pool_client.${name}`,
  type: 'aws_cognito_user_pool_client',
  values: { id: `id-of-${name}`, client_secret: `secret-of-${name}` },
});

const plan = (changes: Partial<PlanJson>, ...resources: StateResource[]): PlanJson => ({
  prior_state: {
    format_version: '1.0',
    values: {
      outputs: { machine_client_id: { sensitive: false, value: 'id-of-machine' } },
      root_module: { resources: [client('machine'), client('machine_2'), ...resources] },
    },
  },
  ...changes,
});

const change = (address: string, actions: string[], before: object) =>
  ({ address, mode: 'managed', type: '', name: '', change: { actions, before } }) as never;

describe('what is not deployed', () => {
  it('is what a plan does to the clients, and to what holds their ids or secrets, in any stack', () => {
    const plans = {
      'dev-identity': plan({
        resource_changes: [
          change('aws_cognito_user_pool_client.machine_2', ['create'], {}),
          change('aws_cognito_user_pool_client.app', ['update'], {}),
          change('aws_lambda_function.quiet', ['no-op'], { id: 'id-of-machine' }),
        ],
        output_changes: { machine_client_id: { actions: ['update'], before: 'id-of-machine' } },
      }),
      'dev-api': { resource_changes: [change('aws_lambda_function.caller', ['update'], { v: 'secret-of-machine' })] },
    };

    expect(undeployed(plans, ['machine', 'machine_2'])).toEqual([
      'dev-identity: create aws_cognito_user_pool_client.machine_2',
      'dev-identity: output machine_client_id',
      'dev-api: update aws_lambda_function.caller',
    ]);
  });
});

describe('who holds the previous secret', () => {
  it('is what has it and not the new one', () => {
    const holder = (name: string, ...values: string[]) => ({
      address: `aws_lambda_function.${name}`,
      values: { values },
    });
    const plans = {
      dev: plan({}, holder('old', 'id-of-machine'), holder('both', 'id-of-machine', 'id-of-machine_2'), holder('none')),
    };
    const clients = appliedClients(plans);

    expect(holdersOf(plans, clients.get('machine')!, clients.get('machine_2'))).toEqual([
      'dev: aws_lambda_function.old',
      'dev: output machine_client_id',
    ]);
  });
});
