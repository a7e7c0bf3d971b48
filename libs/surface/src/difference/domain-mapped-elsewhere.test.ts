import { differences, readPlans } from '..';
import { handPlan, type HandChange } from '../../testing/hand-plan';

const found = (changes: Readonly<Record<string, HandChange>>): readonly string[] =>
  differences(readPlans([handPlan(changes)]))
    .filter(({ rule }) => rule === 'domain-mapped-elsewhere')
    .map(({ severity, message, before, after }) => `${severity} ${message} ${before} -> ${after}`);

describe('a mapping of a domain that another configuration owns', () => {
  const mapping = { api_id: 'prodapi001', stage_name: 'prod', domain_name: 'api.example.com', base_path: 'v1' };
  const changed = (now: object, was: object = {}): readonly string[] =>
    found({
      'aws_api_gateway_base_path_mapping.api': [
        { ...mapping, ...was },
        { ...mapping, ...now },
      ],
    });

  it('leads to another API or stage', () => {
    expect(changed({ api_id: 'devapi0001' })).toEqual([
      'high Callers of api.example.com/v1 reach devapi0001 in place of prodapi001. prodapi001 -> devapi0001',
    ]);
    expect(changed({ stage_name: 'dev' })).toEqual([
      'medium Callers of api.example.com/v1 reach stage dev of prodapi001 in place of prod. prod -> dev',
    ]);
    expect(changed({})).toEqual([]);
  });

  it('leads to another API of an HTTP domain', () => {
    const v2 = (api_id: string) => ({ api_id, stage: 'prod', domain_name: 'api.example.com' });
    expect(found({ 'aws_apigatewayv2_api_mapping.api': [v2('one'), v2('other')] })).toEqual([
      'high Callers of api.example.com reach other in place of one. one -> other',
    ]);
  });

  it('is called by its address where the domain is not known', () => {
    const hidden: HandChange = [
      { ...mapping, domain_name: null },
      { ...mapping, domain_name: null, stage_name: 'dev' },
      { domain_name: true },
    ];
    expect(found({ 'aws_api_gateway_base_path_mapping.api': hidden })[0]).toMatch(
      /^medium Callers of the domain of aws_api_gateway_base_path_mapping\.api\/v1 reach stage dev of prodapi001/,
    );
  });
});
