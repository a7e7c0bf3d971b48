import { realPlan, reviewPlans } from '../../testing/plans';

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

  it('is said of routes, risks and changes', () => {
    const [environment] = reviewPlans(
      { api: realPlan('reports-api/changed.plan.json') },
      { synthesized },
    ).environments;
    const origin = { constructPath: 'dev-api/api/get_me/Resource', source: 'libs/stacks/src/routes.ts' };
    expect(environment?.access[0]).toMatchObject({ ...origin, publicReason: 'the page shows it to guests' });
    expect(environment?.risks.find(({ rule }) => rule === 'route-public')).toMatchObject(origin);
    expect(
      environment?.stacks[0]?.changes.find(({ address }) => address === 'aws_api_gateway_method.get_me'),
    ).toMatchObject(origin);
  });

  it('is one thing with why a route is public', () => {
    const [environment] = reviewPlans(
      { api: realPlan('reports-api/changed.plan.json') },
      { synthesized },
    ).environments;
    expect(environment?.risks.find(({ rule }) => rule === 'route-public')?.message).toContain(
      'the page shows it to guests',
    );
  });
});

describe('what a team accepts', () => {
  const plans = { api: realPlan('reports-api/changed.plan.json') };
  const accept = (rule: string, address: string) => ({ rule, address, reason: 'we know' });

  it('is shown apart and is no risk', () => {
    const acknowledgements = [accept('route-public', 'aws_api_gateway_method.get_me')];
    const [environment] = reviewPlans(plans, { acknowledgements }).environments;
    expect(environment?.acknowledged.find(({ rule }) => rule === 'route-public')).toMatchObject({
      reason: 'we know',
    });
    expect(environment?.risks.map(({ rule }) => rule)).not.toContain('route-public');
  });

  it('silences nothing else at the same place', () => {
    const acknowledgements = [accept('route-public', 'aws_api_gateway_method.get_me')];
    const [environment] = reviewPlans(plans, { acknowledgements }).environments;
    const there = environment?.risks.filter(({ address }) => address === 'aws_api_gateway_method.get_me');
    expect(there?.map(({ rule }) => rule)).toEqual(['public-route']);
  });

  it('is told when it is not needed any more', () => {
    const acknowledgements = [accept('route-public', 'aws_api_gateway_method.gone')];
    const [environment] = reviewPlans(plans, { acknowledgements }).environments;
    expect(environment?.idleAcknowledgements).toEqual(acknowledgements);
  });
});
