import { evaluateRules } from '../findings/evaluate-rules';
import { surfaceFromSynth } from '../surface-from-synth';
import { refusalRules } from './refusal';

const said = (provider: unknown, domain: object) =>
  evaluateRules(
    refusalRules,
    surfaceFromSynth([
      {
        provider: { aws: provider },
        resource: {
          aws_api_gateway_domain_name: {
            shop: {
              domain_name: 'api.example.com',
              endpoint_configuration: { types: ['REGIONAL'] },
              regional_certificate_arn: 'arn:aws:acm:eu-west-1:123456789012:certificate/a',
              ...domain,
            },
          },
        },
      },
    ]),
  ).map(({ message }) => message);

const ireland = { region: 'eu-west-1' };
const ohio = { region: 'us-east-2', alias: 'ohio' };
const refusal = 'API Gateway refuses a certificate of eu-west-1 for a regional domain; it needs one of us-east-2.';

describe('the certificate of a regional domain', () => {
  it('must be of the region of its provider', () => {
    expect(said([{ region: 'us-east-2' }], {})).toEqual([refusal]);
    expect(said([ireland], {})).toEqual([]);
  });

  it('must be of the region of the provider that the domain names', () => {
    expect(said([ireland, ohio], { provider: 'aws.ohio' })).toEqual([refusal]);
    expect(said([ireland, ohio], { provider: 'aws' })).toEqual([]);
  });

  it('may be of any region where the provider’s is not known', () => {
    expect(said([{ region: '${var.region}' }], {})).toEqual([]);
    expect(said(undefined, {})).toEqual([]);
  });
});
