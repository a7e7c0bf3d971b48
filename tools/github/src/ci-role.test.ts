import { environmentFiles as directory } from '@gatehouse/testing/environments';
import { ciRole } from './ci-role';

describe('the role of a workflow', () => {
  it('is the one that bootstrap makes for the environment', () => {
    expect(ciRole('dev', 'plan', { directory })).toEqual({
      role: 'arn:aws:iam::111111111111:role/gatehouse/gatehouse-dev-plan',
      region: 'eu-west-1',
    });
    expect(ciRole('prod', 'deploy', { directory }).role).toBe(
      'arn:aws:iam::333333333333:role/gatehouse/gatehouse-prod-deploy',
    );
  });
});
