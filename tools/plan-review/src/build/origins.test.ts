import type { Suppression } from '@gatehouse/surface';
import { renderHtml } from '../render/html/html';
import { renderMarkdown } from '../render/markdown/markdown';
import { renderTerminal } from '../render/terminal/terminal';
import { changeOf, planOf, realPlan, reviewPlans } from '../../testing/plans';

describe('where something comes from', () => {
  const synthesized = {
    api: {
      resource: {
        aws_api_gateway_method: {
          get_me: {
            '//': {
              metadata: { path: 'dev-api/api/get_me/Resource' },
              source: 'libs/stacks/src/routes.ts',
              public: 'the page shows it to guests',
            },
          },
        },
      },
    },
  };

  const method = (authorization: string) => ({
    id: 'm',
    rest_api_id: 'abc',
    resource_id: 'def',
    http_method: 'GET',
    authorization,
  });

  it('is said of routes, findings and changes', () => {
    const [environment] = reviewPlans({ api: realPlan('reports-api/changed.plan.json') }, { synthesized }).environments;
    const origin = { constructPath: 'dev-api/api/get_me/Resource', source: 'libs/stacks/src/routes.ts' };
    expect(environment?.access[0]).toMatchObject({ ...origin, publicReason: 'the page shows it to guests' });
    expect(environment?.findings.find(({ rule }) => rule === 'route-public')).toMatchObject(origin);
    expect(
      environment?.stacks[0]?.changes.find(({ address }) => address === 'aws_api_gateway_method.get_me'),
    ).toMatchObject(origin);
  });

  it('comes with who signs the requests of an IAM route', () => {
    const plan = planOf(
      changeOf('aws_api_gateway_method.get_me', {
        actions: ['update'],
        before: method('COGNITO_USER_POOLS'),
        after: method('AWS_IAM'),
      }),
    );
    const said = { api: { resource: { aws_api_gateway_method: { get_me: { '//': { iam: 'Guests of the app' } } } } } };
    const review = reviewPlans({ api: plan }, { synthesized: said });

    expect(review.environments[0]?.access).toMatchObject([{ after: 'IAM principal', iamCallers: 'Guests of the app' }]);
    expect(renderMarkdown(review)).toContain('IAM principal (Guests of the app)');
    expect(renderHtml(review)).toContain('<span class="soft">Guests of the app</span>');
  });

  it('says whom a Lambda authorizer lets in', () => {
    const plan = planOf(
      changeOf('aws_api_gateway_method.get_me', {
        actions: ['update'],
        before: method('COGNITO_USER_POOLS'),
        after: method('CUSTOM'),
      }),
    );
    const said = { api: { resource: { aws_api_gateway_method: { get_me: { '//': { custom: 'Partners' } } } } } };
    const review = reviewPlans({ api: plan }, { synthesized: said });

    expect(review.environments[0]?.access).toMatchObject([{ customCallers: 'Partners' }]);
    expect(renderMarkdown(review)).toContain('(Partners)');
  });

  it('is one thing with why a route is public', () => {
    const [environment] = reviewPlans({ api: realPlan('reports-api/changed.plan.json') }, { synthesized }).environments;
    expect(environment?.findings.find(({ rule }) => rule === 'route-public')?.message).toContain(
      'the page shows it to guests',
    );
  });
});

describe('what a team accepts', () => {
  const plans = { api: realPlan('reports-api/changed.plan.json') };
  const found = reviewPlans(plans).environments[0]?.findings ?? [];
  const accept = (rule: string, address: string) => ({
    rule,
    address,
    reason: 'we know',
    of: found.find((finding) => finding.rule === rule && finding.address === address)?.of ?? ['nothing'],
  });

  it('is shown apart and is no finding', () => {
    const suppressions = [accept('route-public', 'aws_api_gateway_method.get_me')];
    const [environment] = reviewPlans(plans, { suppressions }).environments;
    expect(environment?.suppressed.find(({ rule }) => rule === 'route-public')).toMatchObject({
      reason: 'we know',
    });
    expect(environment?.findings.map(({ rule }) => rule)).not.toContain('route-public');
  });

  it('silences nothing else at the same place', () => {
    const suppressions = [accept('route-public', 'aws_api_gateway_method.get_me')];
    const [environment] = reviewPlans(plans, { suppressions }).environments;
    const there = environment?.findings.filter(({ address }) => address === 'aws_api_gateway_method.get_me');
    expect(there?.map(({ rule }) => rule)).toEqual(['public-route']);
  });

  it('does not accept what is found there later', () => {
    const web = (...callbacks: string[]) => ({ id: 'c', name: 'web', user_pool_id: 'p', callback_urls: callbacks });
    const [home, partner, evil] = [
      'https://app.example.com',
      'https://partner.example.com',
      'https://evil.example.net',
    ];
    const review = (before: string[], after: string[], suppressions: Suppression[]) => {
      const change = { actions: ['update'], before: web(...before), after: web(...after) };
      const api = planOf(changeOf('aws_cognito_user_pool_client.web', change));
      return reviewPlans({ api }, { suppressions }).environments[0];
    };
    const entry = {
      rule: 'redirect-added',
      address: 'aws_cognito_user_pool_client.web',
      of: [partner],
      reason: 'The partner page of May',
    };

    expect(review([home], [home, partner], [entry])).toMatchObject({
      findings: [],
      suppressed: [{ rule: 'redirect-added' }],
    });
    const both = review([home], [home, partner, evil], [entry]);
    expect(both?.findings).toMatchObject([{ rule: 'redirect-added', of: [evil, partner] }]);
    const later = review([home, partner], [home, partner, evil], [entry]);
    expect(later).toMatchObject({ findings: [{ rule: 'redirect-added', of: [evil] }], suppressed: [] });
    expect(later?.unusedSuppressions[0]?.problem).toBe(
      `acknowledge: rule "redirect-added" finds something else at ${entry.address}. To accept what is found: { "rule": "redirect-added", "address": "${entry.address}", "of": ["${evil}"], "reason": "" }`,
    );
  });

  it('of an environment rule stands, with its reason, in every view', () => {
    const standing = { rule: 'short-log-retention', reason: 'Logs are copied to the `archive` | account' };
    const review = reviewPlans(plans, { suppressions: [standing] });
    expect(review.environments[0]).toMatchObject({ standing: [standing], unusedSuppressions: [] });
    expect(renderMarkdown(review)).toContain('<details><summary>Suppressed in the environment file: 1</summary>');
    expect(renderTerminal(review)).toContain(
      'suppressed in the environment file: short-log-retention, Logs are copied to the `archive`',
    );
    expect(renderHtml(review)).toContain('Reason: Logs are copied to the `archive` | account');
  });

  it('stands no longer apart where its rule finds something', () => {
    const everywhere = { rule: 'open-sign-up', reason: 'we know' };
    const opened = changeOf('aws_cognito_user_pool.users', {
      actions: ['create'],
      after: { name: 'users', admin_create_user_config: [{ allow_admin_create_user_only: false }] },
    });
    const [environment] = reviewPlans({ api: planOf(opened) }, { suppressions: [everywhere] }).environments;
    expect(environment?.standing).toEqual([]);
    expect(environment?.suppressed).toMatchObject([everywhere]);
  });

  it('does not silence a rule everywhere that no field of the environment file sets', () => {
    const suppressions = [{ rule: 'route-public', reason: 'we know' }];
    const [environment] = reviewPlans(plans, { suppressions }).environments;
    expect(environment?.findings.map(({ rule }) => rule)).toContain('route-public');
  });

  it('is reported as unused when it matches nothing', () => {
    const suppressions = [accept('route-public', 'aws_api_gateway_method.gone')];
    const [environment] = reviewPlans(plans, { suppressions }).environments;
    expect(environment?.unusedSuppressions).toEqual(suppressions.map(({ of: _, ...entry }) => entry));
  });
});
