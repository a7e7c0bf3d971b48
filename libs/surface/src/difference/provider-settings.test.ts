import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

const PROVIDER = 'aws_cognito_identity_provider.work';
const said = (changes: Readonly<Record<string, HandChange>>): readonly string[] =>
  findingsOf(handPlan(changes)).map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);

describe('identity providers', () => {
  const work = (more: object) => ({
    ...{ id: 'p:Work', user_pool_id: 'p', provider_name: 'Work', provider_type: 'SAML' },
    ...more,
  });

  it('lose what protects their answers and the requests to them', () => {
    const having = (more: object) => work({ provider_details: { MetadataURL: 'https://a.example', ...more } });
    const change = (was: object, now: object) => said({ [PROVIDER]: [having(was), having(now)] });
    expect(change({ EncryptedResponses: 'true' }, {})).toEqual([
      'medium sign-in-provider-changed: Answers of Work about users may come without encryption.',
    ]);
    expect(change({ RequestSigningAlgorithm: 'rsa-sha256' }, {})).toEqual([
      'medium sign-in-provider-changed: Requests to Work are no longer signed: it cannot tell them from those of others.',
    ]);
    expect(change({ EncryptedResponses: 'false' }, { EncryptedResponses: 'true' })).toEqual([]);
    expect(change({ EncryptedResponses: 'false' }, {})).toEqual([]);
    expect(change({ SSORedirectBindingURI: 'https://a.example' }, { IDPSignout: 'true' })).toEqual([]);
  });

  it('have settings that no rule knows', () => {
    const having = (tenant: string) => work({ provider_details: { MetadataURL: 'https://a.example', tenant } });
    expect(said({ [PROVIDER]: [having('a'), having('b')] })).toEqual([
      'medium sign-in-provider-changed: Setting tenant of Work changes, which no rule judges.',
    ]);
    expect(said({ [PROVIDER]: [having('a'), having('a')] })).toEqual([]);
  });
});
