import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { ignoring, made, providersOf } from '../../testing/providers';
import { SamlMetadata, UserPool } from '../index';

const saml = { name: 'corp', metadata: SamlMetadata.url('https://login.example.com/metadata.xml') };

describe('SAML', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-saml-'));
  const path = join(folder, 'metadata.xml');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads the metadata at its URL', () => {
    expect(providersOf((users) => users.addSaml('corp', saml))).toEqual({
      corp: made({
        provider_name: 'corp',
        provider_type: 'SAML',
        provider_details: {
          MetadataURL: 'https://login.example.com/metadata.xml',
          EncryptedResponses: 'false',
          IDPInit: 'false',
          IDPSignout: 'false',
        },
        attribute_mapping: { email: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress' },
        lifecycle: ignoring('ActiveEncryptionCertificate', 'SLORedirectBindingURI', 'SSORedirectBindingURI'),
      }),
    });
  });

  it('signs, takes encrypted assertions, begins at the provider and signs out there', () => {
    const all = { signRequests: true, encryptedResponses: true, idpInitiated: true, signOut: true };

    expect(providersOf((users) => users.addSaml('corp', { ...saml, ...all }))?.corp?.provider_details).toEqual({
      MetadataURL: 'https://login.example.com/metadata.xml',
      EncryptedResponses: 'true',
      IDPInit: 'true',
      IDPSignout: 'true',
      RequestSigningAlgorithm: 'rsa-sha256',
    });
  });

  it('has metadata in a file, in which Terraform fills in nothing', () => {
    writeFileSync(path, '<md:EntityDescriptor entityID="${x} %{y}"/>');

    expect(
      providersOf((users) => users.addSaml('corp', { ...saml, metadata: SamlMetadata.file(path) }))?.corp,
    ).toMatchObject({ provider_details: { MetadataFile: '<md:EntityDescriptor entityID="$${x} %%{y}"/>' } });
  });

  it('needs metadata', () => {
    const of = (metadata: SamlMetadata) => () => providersOf((users) => users.addSaml('corp', { ...saml, metadata }));
    writeFileSync(path, '-----BEGIN CERTIFICATE-----');

    expect(of(SamlMetadata.file(join(folder, 'none.xml')))).toThrow(
      'test/users/corp, metadata: expected a file with the metadata of the provider, found',
    );
    expect(of(SamlMetadata.file(path))).toThrow('expected SAML metadata, which has an EntityDescriptor');
    writeFileSync(path, `<EntityDescriptor>${' '.repeat(131_100)}`);
    expect(of(SamlMetadata.file(path))).toThrow(
      `expected at most 131,072 characters of metadata, found "${path}, 131118 characters". Take out what is of other parties, or`,
    );
    expect(of(SamlMetadata.url('http://login.example.com'))).toThrow(
      'metadata: expected a URL that begins with https://',
    );
  });

  it('gives the entity id and the certificate of the pool, for the provider', () => {
    const { data, output } = synth((stack) => {
      const corp = new UserPool(stack, 'users', { name: 'acme' }).addSaml('corp', { ...saml, signRequests: true });
      new TerraformOutput(stack, 'entity', { value: corp.entityId });
      new TerraformOutput(stack, 'certificate', { value: [corp.signingCertificate, corp.signingCertificate] });
    });

    const certificate = '${data.aws_cognito_user_pool_signing_certificate.corp.certificate}';
    expect(output.entity?.value).toBe('urn:amazon:cognito:sp:${aws_cognito_user_pool.users.id}');
    expect(output.certificate?.value).toEqual([certificate, certificate]);
    expect(data.aws_cognito_user_pool_signing_certificate).toEqual({
      corp: { user_pool_id: '${aws_cognito_user_pool.users.id}' },
    });
  });
});
