import { handPlan, type HandChange } from '../../testing/hand-plan';
import { findingsOf } from '../../testing/real-plan';
import { differences, readPlans } from '../index';

/** What the rules say of one resource, but for what they say of every provider. */
const said = (type: string, ...change: HandChange): string[] =>
  findingsOf(handPlan({ [`${type}.partner`]: change }))
    .filter(({ rule }) => rule === 'federation-added')
    .map(({ severity, message }) => `${severity}: ${message}`);

describe('an identity provider of SAML', () => {
  const provider = { name: 'partner', saml_metadata_document: '<a/>', tags: {} };
  const saml = (...change: HandChange) => said('aws_iam_saml_provider', ...change);

  it('is one that roles can trust when it is added', () => {
    expect(saml(null, provider)).toEqual(['medium: Roles of this account can trust assertions of partner.']);
  });

  it('is said by its address while its name is not known', () => {
    expect(saml(null, { saml_metadata_document: '<a/>' }, { name: true })).toEqual([
      'medium: Roles of this account can trust assertions of aws_iam_saml_provider.partner.',
    ]);
  });

  it('signs with other keys after its metadata change', () => {
    expect(saml(provider, { ...provider, saml_metadata_document: '<b/>' })).toEqual([
      'high: Other keys sign the assertions of partner: anyone who has them can assume every role that trusts it.',
    ]);
  });

  it('lets nobody in when its tags change or it goes', () => {
    expect(saml(provider, { ...provider, tags: { team: 'web' } })).toEqual([]);
    expect(saml(provider, null)).toEqual([]);
  });
});

describe('a trust anchor', () => {
  const source = (data: string) => [
    { source_type: 'CERTIFICATE_BUNDLE', source_data: [{ x509_certificate_data: data }] },
  ];
  const anchor = { name: 'plant', enabled: true, source: source('a'), tags: {} };
  const anchors = (...change: HandChange) => said('aws_rolesanywhere_trust_anchor', ...change);
  const [opened, nothing] = [
    ['high: Anyone with a certificate of trust anchor plant can assume roles that trust IAM Roles Anywhere.'],
    [] as string[],
  ];

  it.each<readonly [string, HandChange, string[]]>([
    ['is added', [null, anchor], opened],
    ['has another source', [anchor, { ...anchor, source: source('b') }], opened],
    ['is enabled', [{ ...anchor, enabled: false }, anchor], opened],
    ['is disabled', [anchor, { ...anchor, enabled: false }], nothing],
    ['has other tags', [anchor, { ...anchor, tags: { team: 'web' } }], nothing],
    ['goes', [anchor, null], nothing],
  ])('%s', (_, change, expected) => {
    expect(anchors(...change)).toEqual(expected);
  });
});

describe('a profile of IAM Roles Anywhere', () => {
  const of = (...roles: string[]) => roles.map((role) => `arn:aws:iam::123456789012:role/${role}`);
  const profile = { name: 'pumps', enabled: true, role_arns: of('pump'), tags: {} };
  const profiles = (...change: HandChange) => said('aws_rolesanywhere_profile', ...change);
  const gives = (roles: string) => [
    `high: Anyone with a certificate of a trust anchor can get credentials of ${roles} by profile pumps.`,
  ];

  it.each<readonly [string, HandChange, string[]]>([
    ['is added', [null, profile], gives('role pump')],
    [
      'has roles more',
      [profile, { ...profile, role_arns: of('pump', 'valve', 'gate') }],
      gives('role valve, role gate'),
    ],
    ['is enabled', [{ ...profile, enabled: false }, profile], gives('role pump')],
    [
      'has roles that are not known',
      [null, { ...profile, role_arns: [] }, { role_arns: true }],
      gives('roles that are not known yet'),
    ],
    ['is disabled', [profile, { ...profile, enabled: false }], []],
    ['is added disabled', [null, { ...profile, enabled: false }], []],
    ['has fewer roles', [{ ...profile, role_arns: of('pump', 'valve') }, profile], []],
    ['has other tags', [profile, { ...profile, tags: { team: 'web' } }], []],
    ['goes', [profile, null], []],
  ])('%s', (_, change, expected) => {
    expect(profiles(...change)).toEqual(expected);
  });
});

describe('an identity provider of OpenID Connect', () => {
  const provider = {
    url: 'https://login.example.com',
    client_id_list: ['app'],
    thumbprint_list: ['a'.repeat(40)],
    tags: {},
  };
  const openId = (...change: HandChange) => said('aws_iam_openid_connect_provider', ...change);

  it.each<readonly [string, HandChange, string[]]>([
    ['is added', [null, provider], ['medium: Roles of this account can trust tokens of https://login.example.com.']],
    [
      'has a client more',
      [provider, { ...provider, client_id_list: ['app', 'other'] }],
      ['high: Tokens of https://login.example.com for other are accepted by roles that ask for no audience.'],
    ],
    [
      'has another certificate',
      [provider, { ...provider, thumbprint_list: ['b'.repeat(40)] }],
      ['medium: Another certificate stands for https://login.example.com.'],
    ],
    [
      'is of another issuer',
      [provider, { ...provider, url: 'https://sign-in.example.com' }],
      ['high: Tokens of https://sign-in.example.com are accepted in place of those of another issuer.'],
    ],
    [
      'has no address yet',
      [null, { client_id_list: ['app'] }, { url: true }],
      ['medium: Roles of this account can trust tokens of aws_iam_openid_connect_provider.partner.'],
    ],
    ['has a client less', [provider, { ...provider, client_id_list: [] }], []],
    ['has other tags', [provider, { ...provider, tags: { team: 'web' } }], []],
    ['goes', [provider, null], []],
  ])('%s', (_, change, expected) => {
    expect(openId(...change)).toEqual(expected);
  });

  it('is no finding where the team trusts its issuer, however that is written', () => {
    const policy = { trusted: { accounts: [], organizations: [], issuers: ['https://login.example.com'] } };
    const added = (url: string) => {
      const plan = handPlan({ 'aws_iam_openid_connect_provider.partner': [null, { ...provider, url }] });
      return differences({ ...readPlans([plan]), policy }).map(({ rule }) => rule);
    };
    expect(added('https://login.example.com')).toEqual([]);
    expect(added('login.example.com/')).toEqual([]);
    expect(added('https://other.example.com')).toEqual(['federation-added']);
  });
});
