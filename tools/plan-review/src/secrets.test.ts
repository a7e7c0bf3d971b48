import fc from 'fast-check';
import { differenceRules } from '@gatehouse/surface';
import { CANARY, plant } from '../testing/canary';
import { realPlan, reviewPlans } from '../testing/plans';
import { renderHtml } from './render/html/html';
import { renderJson } from './render/json';
import { renderMarkdown } from './render/markdown/markdown';
import { renderSarif } from './render/sarif';
import { renderTerminal } from './render/terminal/terminal';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- secrets are put everywhere in plans
type Json = any;

describe('a secret in a plan', () => {
  // Every place in which the reference found one, and those that it only supposes.
  const places: Record<string, (plan: Json, secret: string) => void> = {
    variables: (plan, secret) => (plan.variables = { token: { value: secret }, map: { value: { [secret]: secret } } }),
    'defaults of variables': (plan, secret) =>
      (plan.configuration.root_module.variables = { token: { default: secret, sensitive: true } }),
    'constants of the configuration': (plan, secret) => {
      for (const resource of plan.configuration.root_module.resources) {
        resource.expressions = { ...resource.expressions, password: { constant_value: secret } };
      }
    },
    'provider configuration': (plan, secret) =>
      (plan.configuration.provider_config = {
        aws: { expressions: { secret_key: { constant_value: secret } } },
      }),
    'planned values': (plan, secret) => {
      for (const resource of plan.planned_values.root_module.resources ?? []) resource.values.password = secret;
      plan.planned_values.outputs = { token: { sensitive: true, value: secret } };
    },
    'prior state': (plan, secret) => {
      for (const resource of plan.prior_state?.values?.root_module?.resources ?? []) resource.values.password = secret;
      if (plan.prior_state) plan.prior_state.values.outputs = { token: { sensitive: true, value: secret } };
    },
    outputs: (plan, secret) =>
      (plan.output_changes = {
        token: {
          actions: ['update'],
          before: secret,
          after: `${secret}2`,
          before_sensitive: true,
          after_sensitive: true,
        },
        plain: { actions: ['create'], before: null, after: secret, after_unknown: false },
      }),
    'what a check says': (plan, secret) =>
      (plan.checks = [
        {
          address: { kind: 'check', to_display: 'check.health' },
          status: 'fail',
          instances: [{ address: { to_display: 'check.health' }, status: 'fail', problems: [{ message: secret }] }],
        },
      ]),
    'what a condition says': (plan, secret) =>
      (plan.condition_results = [{ address: 'output.x', result: false, error_message: secret }]),
    'the configuration of an action': (plan, secret) =>
      (plan.action_invocations = [{ address: 'action.aws_lambda_invoke.seed', config_values: { payload: secret } }]),
    'generated configuration': (plan, secret) => {
      for (const { change } of plan.resource_changes) change.generated_config = `password = "${secret}"`;
    },
    'the identity that is imported': (plan, secret) => {
      for (const { change } of plan.resource_changes) change.importing = { id: secret, identity: { secret } };
    },
    ...Object.fromEntries(
      // Marked before only, after only, on both sides, at the root, or at an ancestor; or in what is never printed.
      (
        [
          ['an argument that is marked on both sides', { password: true }, { password: true }],
          ['an argument that is marked before', { password: true }, {}],
          ['an argument that is marked after', {}, { password: true }],
          ['a printable argument that is marked', { name: true }, {}],
          ['a resource that is marked as a whole', true, true],
          ['an argument that nobody marked', {}, {}],
        ] as const
      ).map(([where, before, after]) => [
        where,
        (plan: Json, secret: string) => {
          for (const list of [plan.resource_changes, plan.resource_drift ?? []]) {
            for (const { change } of list) {
              const name = JSON.stringify([before, after]).includes('name') ? 'name' : 'password';
              if (change.before) change.before[name] = secret;
              if (change.after) change.after[name] = `${secret}-new`;
              change.before_sensitive = before === true ? true : { ...change.before_sensitive, ...before };
              change.after_sensitive = after === true ? true : { ...change.after_sensitive, ...after };
            }
          }
        },
      ]),
    ),
    'the environment of a function, which nobody marks': (plan, secret) =>
      plan.resource_changes.push({
        address: 'aws_lambda_function.leaky',
        mode: 'managed',
        type: 'aws_lambda_function',
        name: 'leaky',
        change: {
          actions: ['update'],
          before: { function_name: 'leaky', environment: [{ variables: { TOKEN: secret } }] },
          after: { function_name: 'leaky', environment: [{ variables: { TOKEN: `${secret}2` } }] },
          after_unknown: {},
        },
      }),
    'free text of what we know best': (plan, secret) => {
      for (const { change } of plan.resource_changes) {
        for (const side of [change.before, change.after]) {
          if (side)
            Object.assign(side, {
              description: secret,
              tags: { owner: secret },
              tags_all: { owner: secret },
            });
        }
      }
    },
    'details of an identity provider': (plan, secret) =>
      plan.resource_changes.push({
        address: 'aws_cognito_identity_provider.google',
        mode: 'managed',
        type: 'aws_cognito_identity_provider',
        name: 'google',
        change: {
          actions: ['create', 'delete'],
          before: { provider_name: 'Google', provider_details: { client_secret: secret } },
          after: { provider_name: 'Google', provider_details: { client_secret: `${secret}2` } },
          after_unknown: {},
          replace_paths: [['provider_details', secret]],
        },
      }),
    'a path that forces a replacement': (plan, secret) => {
      for (const { change } of plan.resource_changes) change.replace_paths = [['triggers', secret]];
    },
    'the URL of an integration': (plan, secret) =>
      plan.resource_changes.push({
        address: 'aws_api_gateway_integration.hook',
        mode: 'managed',
        type: 'aws_api_gateway_integration',
        name: 'hook',
        change: {
          actions: ['update'],
          before: { uri: `https://user:${secret}@hooks.example/${secret}?key=${secret}` },
          after: { uri: `https://hooks.example/${secret}/2` },
          after_unknown: {},
        },
      }),
  };

  it.each(Object.keys(places))('is in no output: %s', (place) => {
    for (const [stack, path] of PLANS) {
      const plan = realPlan(path);
      places[place]?.(plan, CANARY);
      expect(JSON.stringify(plan)).toContain(CANARY);
      for (const [format, output] of Object.entries(outputsOf({ [stack]: plan }))) {
        expect([format, output.includes(CANARY)]).toEqual([format, false]);
      }
    }
  });

  it('is in no output wherever it is marked, at any depth and on either side', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLANS),
        fc.infiniteStream(fc.nat()),
        fc.boolean(),
        ([stack, path], numbers, before) => {
          const plan = realPlan(path);
          const next = () => Number(numbers.next().value);
          const planted = plan.resource_changes.filter(({ change }: Json) => plant(change, next, before)).length;
          fc.pre(planted > 0);
          for (const [format, output] of Object.entries(outputsOf({ [stack]: plan }))) {
            expect([format, output.includes(CANARY)]).toEqual([format, false]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('fails when it stands where it may be printed and nobody marked it, so this test can find one', () => {
    const plan = realPlan('reports-identity/changed.plan.json');
    for (const { change } of plan.resource_changes) if (change.after) change.after.name = CANARY;
    for (const output of Object.values(outputsOf({ identity: plan }))) expect(output).toContain(CANARY);
  });
});

const PLANS = [
  ['api', 'reports-api/changed.plan.json'],
  ['identity', 'reports-identity/changed.plan.json'],
] as const;

function outputsOf(plans: Record<string, Json>): Record<string, string> {
  const review = reviewPlans(plans);
  return {
    json: renderJson(review),
    markdown: renderMarkdown(review),
    html: renderHtml(review),
    sarif: renderSarif(review, differenceRules),
    terminal: renderTerminal(review, { color: true, width: 500 }),
  };
}
