import { client, domain, pool, type Resources } from '../../testing/refusals/case';
import { evaluateRules } from '../findings/evaluate-rules';
import type { Tier } from '../findings/tiers';
import { surfaceFromSynth } from '../surface-from-synth';
import { signInDomainMissing } from './rules';

const said = (resource: Resources, tier?: Tier) =>
  evaluateRules([signInDomainMissing], surfaceFromSynth([{ resource }]), tier).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

const google = client({ supported_identity_providers: ['COGNITO', 'Google'] });

describe('a user pool without a sign-in domain', () => {
  it.each([
    [
      'Links that verify email addresses lead nowhere',
      pool({ verification_message_template: { default_email_option: 'CONFIRM_WITH_LINK' } }),
    ],
    [
      'Nothing answers the grant code',
      client({ allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: ['code'] }),
    ],
    ['Nothing answers sign-ins with Google', google],
  ])('is reported where something needs one: %s', (says, resource) => {
    expect(said(resource)).toEqual([`high: ${says}, because the pool has no domain.`]);
    expect(said({ ...resource, ...domain() })).toEqual([]);
  });

  it('is not reported on a laptop, whose sign-in host is served all the same', () => {
    expect(said(google, 'local')).toEqual([]);
    expect(said(google, 'development')).toHaveLength(1);
  });

  it('is not reported where another configuration has the pool, and may have its domain', () => {
    expect(
      said({
        aws_cognito_user_pool_client: {
          app: { user_pool_id: 'eu-west-1_a', supported_identity_providers: ['Google'] },
        },
      }),
    ).toEqual([]);
  });

  it('is not reported where nothing asks for one', () => {
    expect(said(client({}))).toEqual([]);
  });
});
