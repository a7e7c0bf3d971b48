import { differences } from './same';

const plan = (id: string, more: object = {}) => ({
  prior_state: { id, arn: `arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_${id}`, ...more },
});

describe('two plans of one change', () => {
  it('are the same under other generated names, times and ports', () => {
    const one = plan('a6eb623183b2', { created: '2026-11-28T05:22:03Z', url: 'http://127.0.0.1:4599/1/orders' });
    const other = plan('0baed91173da', { created: '2026-11-28T06:01:59.123Z', url: 'http://127.0.0.1:37515/1/orders' });

    expect(differences(one, other)).toEqual([]);
  });

  it('are the same where an id is of letters alone, or a UUID', () => {
    const one = {
      endpoint: 'https://zwlsltqn.example.com',
      id: 'zwlsltqn',
      pool: '38652210-92a8-48f6-a2a0-aa6f6f1466ce',
    };
    const other = {
      endpoint: 'https://fmcnlyry.example.com',
      id: 'fmcnlyry',
      pool: 'f3aae90f-442b-4d58-ac66-049904c49a56',
    };

    expect(differences(one, other)).toEqual([]);
    expect(differences({ mode: 'ENFORCED' }, { mode: 'DISABLED' })).toHaveLength(1);
  });

  it('are the same when other names sort a set in another order', () => {
    const one = { id: 'a6eb623183b2', arns: ['pool/Partners1', 'pool/a6eb623183b2'] };
    const other = { id: '0baed91173da', arns: ['pool/0baed91173da', 'pool/Partners1'] };

    expect(differences(one, other)).toEqual([]);
    expect(differences(one, { ...other, arns: ['pool/0baed91173da', 'pool/Others'] })).toHaveLength(1);
  });

  it('are the same when a stage deployed by itself sooner or later, which is drift', () => {
    const stage = (id: string, deployment_id: string, key: string) => ({ id, [key]: [{ deployment_id }] });
    const [one, other] = [['a6eb62', 'a6eb62'] as const, ['0baed9', '548d02'] as const];

    expect(differences(stage(...one, 'resource_drift'), stage(...other, 'resource_drift'))).toEqual([]);
    expect(differences(stage(...one, 'resource_changes'), stage(...other, 'resource_changes'))).toHaveLength(1);
  });

  it('differ when one name becomes two', () => {
    const other = { prior_state: { id: '0baed91173da', arn: plan('91173da0baed').prior_state.arn } };

    expect(differences(plan('a6eb623183b2'), other)).toHaveLength(1);
  });

  it.each([
    ['a value', { mfa: 'ON' }, { mfa: 'OFF' }],
    ['a number', { minimum_length: 12 }, { minimum_length: 8 }],
    ['an attribute', { tags: { team: 'a' } }, { tags: {} }],
    ['an item of a list', { scopes: ['read'] }, { scopes: ['read', 'write'] }],
    ['what is unknown', { id: true }, { id: false }],
  ])('differ in %s', (_, one, other) => {
    expect(differences(one, other)).toHaveLength(1);
  });

  it('may come from another version of Terraform, and list what they looked at in another order', () => {
    const made = (terraform_version: string, ...resources: string[]) => ({
      terraform_version,
      timestamp: terraform_version,
      relevant_attributes: resources.map((resource) => ({ resource })),
    });

    expect(differences(made('1.11.4', 'a', 'b'), made('1.12.0', 'b', 'a'))).toEqual([]);
  });
});
