import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';

type Values = Readonly<Record<string, unknown>>;
const stays = (values: Values): HandChange => [values, values];
const DOMAIN = 'aws_apigatewayv2_domain_name';
const domain = (name: string, asks: boolean, more: Values = {}): Values => ({
  ...{ id: name, domain_name: name, domain_name_configuration: [{ certificate_arn: 'c' }] },
  mutual_tls_authentication: asks ? [{ truststore_uri: 's3://trust/store.pem' }] : [],
  ...more,
});
const mapping = (name: string): Values => ({ id: name, api_id: 'abc', domain_name: name, stage: 'live' });
const [CLOSED, OPEN] = ['partners.example.com', 'open.example.com'];

/** What is said of a second domain of an API whose first one asks for client certificates. */
const said = (open: HandChange, mapped: HandChange, more: Readonly<Record<string, HandChange>> = {}) =>
  findingsOf(
    handPlan({
      'aws_apigatewayv2_api.shop': stays({
        ...{ id: 'abc', name: 'shop', protocol_type: 'HTTP', disable_execute_api_endpoint: true },
      }),
      [`${DOMAIN}.closed`]: stays(domain(CLOSED, true)),
      'aws_apigatewayv2_api_mapping.closed': stays(mapping(CLOSED)),
      [`${DOMAIN}.open`]: open,
      'aws_apigatewayv2_api_mapping.open': mapped,
      ...more,
    }),
  )
    .filter(({ severity }) => severity !== 'expected')
    .map(({ severity, rule }) => `${severity} ${rule}`);

describe('a domain that asks for no client certificate, of an API whose other domain does', () => {
  it('is news where it is mapped to the API', () => {
    const news = ['high domain-without-mutual-tls'];
    expect(said(stays(domain(OPEN, false)), [null, mapping(OPEN)])).toEqual(news);
    expect(said([null, domain(OPEN, false)], [null, mapping(OPEN)])).toEqual(news);
  });

  it('is none where its API is another one, of the plan or not', () => {
    const to = (name: string, api_id: string): HandChange => [null, { ...mapping(name), api_id }];
    const elsewhere = { 'aws_apigatewayv2_api_mapping.closed': to(CLOSED, 'elsewhere') };
    expect(said(stays(domain(OPEN, false)), to(OPEN, 'other'), elsewhere)).toEqual([]);
    expect(said(stays(domain(OPEN, false)), to(OPEN, 'other'))).toEqual([]);
    expect(said(stays(domain(OPEN, false)), to(OPEN, 'elsewhere'), elsewhere)).toHaveLength(1);
  });

  it('is none where it was mapped to it', () => {
    expect(said([domain(OPEN, false), domain(OPEN, false, { tags: { a: 'b' } })], stays(mapping(OPEN)))).toEqual([]);
  });

  it('is none where it asks for one, and one finding where it did', () => {
    expect(said(stays(domain(OPEN, true)), [null, mapping(OPEN)])).toEqual([]);
    expect(said([domain(OPEN, true), domain(OPEN, false)], stays(mapping(OPEN)))).toEqual(['high mutual-tls-removed']);
  });
});
