import { readReal } from '../../testing/real-plan';
import { settings } from '../../testing/settings';
import { compare } from '../difference/comparison';
import { surfaceFromSynth } from '../surface-from-synth';
import { evaluateRules } from './evaluate-rules';
import type { Family, Models } from './rule';

const about = {
  id: 'broken',
  severity: 'medium',
  title: 'Broken things',
  why: 'They break.',
  remediation: 'Mend them.',
  page: 'https://docs.aws.amazon.com/',
} as const;
const surface = surfaceFromSynth([{ resource: {} }]);
const models: Models = {
  posture: surface,
  refusal: surface,
  difference: compare(readReal('cognito')),
  environment: settings(),
};
const isFamily = (name: string): name is Family => name in models;

describe.each(Object.keys(models).filter(isFamily))('a %s rule', (family) => {
  const at = { address: 'aws_cognito_user_pool_client.app' };

  it('says where, what and what to do, with what the violation leaves out', () => {
    const rule = {
      ...about,
      family,
      fields: ['clients.*.scopes'],
      find: () => [{ at, subject: 'app client app', message: 'It breaks.', before: 'whole' }],
    };

    expect(evaluateRules([rule], models[family])).toEqual([
      {
        rule: 'broken',
        severity: 'medium',
        subject: 'app client app',
        message: 'It breaks.',
        remediation: 'Mend them.',
        address: 'aws_cognito_user_pool_client.app',
        before: 'whole',
        ...(family === 'difference' && { of: ['It breaks.'] }),
        fields: ['clients.app.scopes'],
      },
    ]);
  });

  it('is a finding when it throws, and the other rules are evaluated', () => {
    const broken = {
      ...about,
      family,
      find: (): never => {
        throw new TypeError('secret-value');
      },
    };
    const sound = { ...about, id: 'sound', family, find: () => [{ at, subject: 'app', message: 'It is.' }] };

    const findings = evaluateRules<Family>([broken, { ...broken, severity: 'critical' }, sound], models[family]);

    expect(findings).toMatchObject([
      { rule: 'rule-failed', severity: 'critical', address: 'broken' },
      { rule: 'rule-failed', severity: 'high', subject: 'rule broken' },
      { rule: 'sound' },
    ]);
    expect(findings[0]?.message).toMatch(
      /^Rule broken failed \(TypeError at evaluate-rules\.test\.ts:\d+\), so what it looks for is not reviewed: Broken things\.$/,
    );
    expect(JSON.stringify(findings)).not.toContain('secret-value');
  });

  it('is stricter at a tier, and silent outside of the only one that it is for', () => {
    const find = () => [{ at, subject: 'app', message: 'It is.' }];
    const severities = (tier: 'staging' | 'production', more: object) =>
      evaluateRules([{ ...about, family, find, ...more }], models[family], tier).map(({ severity }) => severity);

    const tiers = { production: { severity: 'high' } };
    expect([severities('staging', { tiers }), severities('production', { tiers })]).toEqual([['medium'], ['high']]);
    expect(severities('staging', { onlyAt: 'production' })).toEqual([]);
    expect(severities('production', { onlyAt: 'production' })).toEqual(['medium']);
  });
});
