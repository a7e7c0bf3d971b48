import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyEnvironments } from '@gatehouse/testing/environments';
import { postureRule } from '@gatehouse/surface/rule';
import { checkEnvironment } from './check-environment';
import { printCheck } from './print-check';

const workspace = resolve(__dirname, '../../../..');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gatehouse-check-'));
  copyEnvironments(root);
});
afterEach(() => rmSync(root, { recursive: true }));

const welcome = {
  rule: 'public-route',
  address: 'aws_api_gateway_method.get_root',
  reason: 'It is the welcome page.',
};

/** The environment `qa` of a tier, with a route without a guard and a stage without a log, synthesized. */
function given({ tier = 'development', acknowledge = [] as object[], module = {}, also = {} } = {}): void {
  writeFileSync(
    join(root, 'environments/qa.json'),
    JSON.stringify({ extends: './staging.json', identity: { domainPrefix: 'qa-people' }, tier, acknowledge }),
  );
  const out = join(root, 'apps/qa/cdktf.out');
  mkdirSync(join(out, 'stacks/qa-api'), { recursive: true });
  const stack = { name: 'qa-api', workingDirectory: 'stacks/qa-api', dependencies: [] };
  writeFileSync(join(out, 'manifest.json'), JSON.stringify({ stacks: { 'qa-api': stack } }));
  const api = { rest_api_id: '${aws_api_gateway_rest_api.api.id}' };
  const where = { '//': { metadata: { path: 'qa-api/get_root' }, source: 'libs/stacks/src/routes.ts' } };
  writeFileSync(
    join(out, 'stacks/qa-api/cdk.tf.json'),
    JSON.stringify({
      resource: {
        aws_api_gateway_rest_api: { api: { name: 'qa' } },
        aws_api_gateway_method: {
          get_root: {
            ...api,
            ...where,
            resource_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
            http_method: 'GET',
            authorization: 'NONE',
          },
        },
        aws_api_gateway_stage: {
          api: { ...api, stage_name: 'qa', deployment_id: 'x', xray_tracing_enabled: true },
        },
        ...also,
      },
      module,
    }),
  );
}

const check = () => checkEnvironment(root, 'qa');
const rulesOf = (findings: readonly { rule: string }[]) => findings.map(({ rule }) => rule);

describe('checkEnvironment', () => {
  it('fails when something is refused, and lists what the tier tolerates', () => {
    given();

    expect(check()).toMatchObject({
      environment: 'qa',
      tier: 'development',
      threshold: 'critical',
      passed: false,
    });
    expect(rulesOf(check().refused)).toEqual(['public-route']);
    expect(rulesOf(check().tolerated)).toEqual(['access-log-off', 'execution-logs-off', 'no-throttle', 'no-waf']);
  });

  it('passes with what is suppressed', () => {
    given({ acknowledge: [welcome] });

    expect(check()).toMatchObject({ passed: true, refused: [], suppressed: [welcome] });
  });

  it('is stricter for another tier', () => {
    given({ tier: 'staging', acknowledge: [welcome] });

    expect(rulesOf(check().refused)).toEqual(['access-log-off']);
  });

  it('fails when a suppression matches nothing, or names a rule that does not exist', () => {
    given({
      acknowledge: [
        welcome,
        { ...welcome, address: 'aws_api_gateway_method.get_gone' },
        { ...welcome, rule: 'public-rout' },
        { ...welcome, rule: 'user-pool-lost', address: 'aws_cognito_user_pool.users', of: ['it is empty'] },
        { ...welcome, rule: 'user-pool-lost', address: 'aws_cognito_user_pool.users' },
      ],
    });

    expect(check().passed).toBe(false);
    expect(check().mistakes).toEqual([
      'acknowledge: rule "public-route" finds nothing at aws_api_gateway_method.get_gone. Remove the entry, so that it does not hide a later mistake.',
      'acknowledge: there is no rule "public-rout" (for aws_api_gateway_method.get_root). Did you mean "public-route"?',
      'acknowledge: rule "user-pool-lost" (for aws_cognito_user_pool.users) needs "of", what it accepts there and nothing else. The review of a plan prints the entry for each finding.',
    ]);
  });

  it('fails when it is not synthesized, with the command that does it', () => {
    writeFileSync(
      join(root, 'environments/qa.json'),
      '{ "extends": "./staging.json", "identity": { "domainPrefix": "qa-people" } }',
    );

    expect(check).toThrow('npx nx synth qa');
  });
});

describe('the rules of a team', () => {
  const at = { address: 'aws_api_gateway_stage.api' };
  const rule = postureRule({
    id: 'stage-name',
    severity: 'critical',
    title: 'Stage name',
    why: 'We call it live.',
    remediation: 'Rename it.',
    page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-stages.html',
    find: () => [{ at, subject: 'stage', message: 'It has another name.' }],
  });

  it('are evaluated with ours, and their unused suppressions fail', () => {
    given({ acknowledge: [welcome] });
    const gone = { rule: 'no-waf', address: /gone/, reason: 'Agreed.' };
    const elsewhere = { rule: 'no-waf', stack: /^prod-/, reason: 'Agreed.' };

    const result = checkEnvironment(root, 'qa', { rules: [rule], suppressions: [gone, elsewhere] });

    expect(rulesOf(result.refused)).toEqual(['stage-name']);
    expect(result.mistakes).toEqual([
      'libs/rules: rule "no-waf" finds nothing at /gone/. Remove the entry, so that it does not hide a later mistake.',
    ]);
  });

  it('are reported when they throw', () => {
    given({ acknowledge: [welcome] });
    const broken = {
      ...rule,
      find: (): never => {
        throw new Error('mistake');
      },
    };

    const { refused, passed } = checkEnvironment(root, 'qa', { rules: [broken], suppressions: [] });

    expect([passed, rulesOf(refused)]).toEqual([false, ['rule-failed']]);
  });
});

describe('printCheck', () => {
  it('says that what AWS refuses is refused at every tier, where that is the reason', () => {
    const mail = { email_configuration: { email_sending_account: 'DEVELOPER' } };
    given({ acknowledge: [welcome], also: { aws_cognito_user_pool: { people: { name: 'people', ...mail } } } });

    expect(printCheck(check())).toMatch(
      /^qa: not passed; 1 refused, .* Tier "development" accepts nothing critical; no tier accepts what AWS refuses\.\n/,
    );
  });

  it('prints a table, what each finding means, and what could not be looked into', () => {
    given({
      tier: 'staging',
      acknowledge: [welcome, { ...welcome, rule: 'fish' }],
      module: { vpc: { source: 'x' } },
    });

    expect(printCheck(check())).toMatchInlineSnapshot(`
      "qa: not passed; 1 refused, 3 tolerated, 1 suppressed, 1 mistaken. Tier "staging" accepts nothing high or worse.

      Refused:
        severity  rule            subject   address                    source
        high      access-log-off  stage qa  aws_api_gateway_stage.api
                  Callers leave no record of what they called. Give the stage access_log_settings with a log group or a delivery stream.

      Tolerated:
        severity  rule                subject   address                    source
        medium    execution-logs-off  stage qa  aws_api_gateway_stage.api
                  Operators cannot see why a request was refused or failed. Set logging_level to ERROR in method settings for */*.
                  environments/base.json:49:16  api.logs.level
        medium    no-throttle         stage qa  aws_api_gateway_stage.api
                  One caller can use up the quota that all APIs of the account share. Set throttling_rate_limit and throttling_burst_limit for all routes of the stage.
        medium    no-waf              stage qa  aws_api_gateway_stage.api
                  Anyone on the internet can send it known attacks unfiltered. Associate a WAFv2 web ACL with the stage.
                  environments/staging.json:14:10  api.waf

      Suppressed:
        severity  rule          subject  address                          source
        critical  public-route  GET /    aws_api_gateway_method.get_root  libs/stacks/src/routes.ts
                  Anyone on the internet can call it. Suppressed: It is the welcome page.

      Mistakes:
        acknowledge: there is no rule "fish" (for aws_api_gateway_method.get_root). docs/rules.md lists them.

      Not looked into:
        module.vpc: only a plan tells what is in a module."
    `);
  });
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [join(workspace, 'tools/gatehouse/bin/gatehouse.cjs'), 'check', '--no-synth', ...args],
      { cwd: root, encoding: 'utf8' },
    );

  it('exits 0 when nothing is refused, 2 when something is, and 1 when it cannot check', () => {
    given();
    const refused = run('qa', '--json');
    given({ acknowledge: [welcome] });
    const passed = run('qa');
    const wrong = run('nowhere');

    expect([refused.status, passed.status, wrong.status]).toEqual([2, 0, 1]);
    expect(JSON.parse(refused.stdout)).toMatchObject({ environment: 'qa', passed: false });
    expect(passed.stdout).toContain('qa: passed');
    expect(wrong.stderr).toContain('"nowhere": expected an environment');
    expect(wrong.stderr).not.toMatch(/\n\s+at /);
  });
});
