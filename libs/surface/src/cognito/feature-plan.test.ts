import { surfaceFromSynth } from '../index';

const tierOf = (pool: object) =>
  surfaceFromSynth([{ resource: { aws_cognito_user_pool: { people: { name: 'people', ...pool } } } }] as never)
    .userPools[0]?.tier;

it('is what is written, else the plan that threat protection needs', () => {
  const protection = (advanced_security_mode: string) => ({ user_pool_add_ons: { advanced_security_mode } });
  expect(tierOf({})).toBe('ESSENTIALS');
  expect(tierOf(protection('OFF'))).toBe('ESSENTIALS');
  expect(tierOf(protection('AUDIT'))).toBe('PLUS');
  expect(tierOf({ user_pool_tier: 'LITE' })).toBe('LITE');
  expect(tierOf(protection('${var.mode}'))).toMatchObject({ unknown: true });
});
