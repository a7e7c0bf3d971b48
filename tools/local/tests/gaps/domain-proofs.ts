import { type Gap, gapsFrom } from './gap';
import { addZone, changeRecord } from './hosted-zone';

const gap = gapsFrom(async () => ({}));

/** What proves by its records that a domain is one's own. */
export const domainProofs: Gap[] = [
  gap('ACM: a certificate is issued as soon as its record is in the hosted zone', async (aws) => {
    const zone = await addZone(aws, 'acm.example.com');
    const { CertificateArn } = await aws.acm('RequestCertificate', {
      DomainName: 'acm.example.com',
      ValidationMethod: 'DNS',
    });
    const read = async () => (await aws.acm('DescribeCertificate', { CertificateArn })).Certificate;
    const { DomainValidationOptions, Status } = await read();
    expect(Status).toBe('PENDING_VALIDATION');

    const { Name, Value } = DomainValidationOptions[0].ResourceRecord;
    await changeRecord(aws, zone, 'CREATE', { name: Name, type: 'CNAME', value: Value });
    expect((await read()).Status).toBe('ISSUED');
  }),
  gap('SES: a domain is verified once its DKIM records are in the hosted zone', async (aws) => {
    const domain = 'ses.example.com';
    const zone = await addZone(aws, domain);
    await aws.rest('ses', 'POST', '/v2/email/identities', { EmailIdentity: domain });
    const status = async () =>
      /<VerificationStatus>([^<]*)/.exec(
        await aws.ses('GetIdentityVerificationAttributes', { 'Identities.member.1': domain }),
      )?.[1];
    expect(await status()).toBe('Pending');

    const { DkimAttributes } = await aws.rest('ses', 'GET', `/v2/email/identities/${domain}`);
    for (const token of DkimAttributes.Tokens as string[]) {
      const value = `${token}.dkim.amazonses.com`;
      await changeRecord(aws, zone, 'CREATE', { name: `${token}._domainkey.${domain}`, type: 'CNAME', value });
    }
    expect(await status()).toBe('Success');
  }),
];
