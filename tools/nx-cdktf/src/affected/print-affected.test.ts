import { printAffected } from './print-affected';

const nothing = {
  base: '0123456789abcdef',
  plan: [],
  unchanged: [],
  orphaned: [],
  notes: [],
  matrix: { environment: [] },
};

describe('printAffected', () => {
  it('says of every environment what becomes of it', () => {
    const orphaned = [
      {
        environment: 'staging',
        states: ['s3://states/staging/identity.tfstate', 's3://states/staging/api.tfstate'],
      },
      { environment: 'old', states: [] },
      { environment: 'dev', stack: 'dev-web', states: ['s3://states/dev/web.tfstate'] },
    ];

    expect(printAffected({ ...nothing, plan: ['prod'], unchanged: ['dev'], orphaned, notes: ['a note'] })).toBe(
      `
Environments changed since 0123456789ab:
  prod     changes in Terraform: to be planned
  dev      no change in Terraform
  staging  removed: orphaned state at s3://states/staging/identity.tfstate, s3://states/staging/api.tfstate; "npx gatehouse destroy-removed staging --base 0123456789ab" destroys it
  old      removed: orphaned state at an unknown place; "npx gatehouse destroy-removed old --base 0123456789ab" destroys it
  dev-web  removed or renamed: orphaned state at s3://states/dev/web.tfstate; "npx gatehouse destroy dev --stack dev-web" destroys it, "npx gatehouse move-state dev dev-web <new name>" moves it
Note: a note
`.trim(),
    );
  });

  it('says so when there is none', () => {
    expect(printAffected(nothing)).toBe('Environments changed since 0123456789ab:\n  none');
  });
});
