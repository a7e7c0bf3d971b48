import { type Aws } from './aws';
import { type Gap, gapsFrom, type Made } from './gap';
import { makeRestApi } from './rest-api';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';

const gap = gapsFrom(async (aws: Aws): Promise<Made> => {
  const made = await makeRestApi(aws);
  return { ...made, domainName: `${made.id}.example.com`, domain: `/domainnames/${made.id}.example.com` };
});

const regional = (domainName: string, more: object = {}) => ({
  domainName,
  regionalCertificateArn: CERTIFICATE,
  endpointConfiguration: { types: ['REGIONAL'] },
  ...more,
});

/** Custom domains of REST APIs. */
export const restApiDomains: Gap[] = [
  gap('CreateDomainName: keeps mutual TLS and the certificate of ownership', async (aws, { domain, domainName }) => {
    const mutualTlsAuthentication = { truststoreUri: 's3://a/b.pem', truststoreVersion: '1' };
    const more = { mutualTlsAuthentication, ownershipVerificationCertificateArn: CERTIFICATE };
    await aws.rest('apigateway', 'POST', '/domainnames', regional(domainName!, more));
    expect(await aws.rest('apigateway', 'GET', domain!)).toMatchObject({
      ...more,
      domainNameArn: `arn:aws:apigateway:eu-west-1::${domain}`,
      endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
    });
  }),
  gap('UpdateDomainName: mutual TLS is set and taken away', async (aws, { domain, domainName }) => {
    await aws.rest('apigateway', 'POST', '/domainnames', regional(domainName!));
    const path = '/mutualTlsAuthentication/truststoreUri';
    await aws.patch(domain!, { op: 'replace', path, value: 's3://a/b.pem' });
    const mutualTlsAuthentication = { truststoreUri: 's3://a/b.pem' };
    expect(await aws.rest('apigateway', 'GET', domain!)).toMatchObject({ mutualTlsAuthentication });
    await aws.patch(domain!, { op: 'replace', path, value: '' });
    expect((await aws.rest('apigateway', 'GET', domain!)).mutualTlsAuthentication).toBeUndefined();
  }),
  gap('CreateDomainName: refuses a name taken', async (aws, { domainName }) => {
    await aws.rest('apigateway', 'POST', '/domainnames', regional(domainName!));
    await expect(aws.rest('apigateway', 'POST', '/domainnames', regional(domainName!))).rejects.toMatchObject({
      status: 409,
      code: 'ConflictException',
    });
  }),
  gap('Private domains: an id, a policy, and access of a VPC endpoint', async (aws, { domain, domainName }) => {
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    const endpointConfiguration = { types: ['PRIVATE'] };
    const body = { domainName, certificateArn: CERTIFICATE, endpointConfiguration, policy };
    const { domainNameArn, domainNameId } = await aws.rest('apigateway', 'POST', '/domainnames', body);
    expect(domainNameArn).toBe(`arn:aws:apigateway:eu-west-1:123456789012:${domain}+${domainNameId}`);
    const answered = { policy, endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'dualstack' } };
    expect(await aws.rest('apigateway', 'GET', domain!)).toMatchObject(answered);

    const tags = `/tags/${encodeURIComponent(domainNameArn)}`;
    await aws.rest('apigateway', 'PUT', tags, { tags: { a: '1' } });
    expect(await aws.rest('apigateway', 'GET', tags)).toEqual({ tags: { a: '1' } });

    const source = { accessAssociationSourceType: 'VPCE', accessAssociationSource: 'vpce-1' };
    const path = '/domainnameaccessassociations';
    const made = await aws.rest('apigateway', 'POST', path, { domainNameArn, ...source });
    expect((await aws.rest('apigateway', 'GET', path)).item).toContainEqual(made);
    const arn = encodeURIComponent(made.domainNameAccessAssociationArn);
    await aws.rest('apigateway', 'DELETE', `${path}/${arn}`);
    await expect(aws.rest('apigateway', 'DELETE', `${path}/${arn}`)).rejects.toMatchObject({ status: 404 });
  }),
  gap(
    'GetBasePathMapping, GetBasePathMappings: of a domain that never had one',
    async (aws, { domain, domainName }) => {
      await aws.rest('apigateway', 'POST', '/domainnames', regional(domainName!));
      const path = `${domain}/basepathmappings`;
      await expect(aws.rest('apigateway', 'GET', `${path}/v1`)).rejects.toMatchObject({ status: 404 });
      expect(await aws.rest('apigateway', 'GET', path)).toEqual({ item: [] });
    },
  ),
  gap('UpdateBasePathMapping: an empty base path is the root', async (aws, { domain, domainName, id }) => {
    await aws.rest('apigateway', 'POST', '/domainnames', regional(domainName!));
    const path = `${domain}/basepathmappings`;
    await aws.rest('apigateway', 'POST', path, { basePath: 'v1', restApiId: id, stage: 'dev' });
    await aws.patch(`${path}/v1`, { op: 'replace', path: '/basePath', value: '' });
    const mapping = { basePath: '(none)', restApiId: id, stage: 'dev' };
    expect(await aws.rest('apigateway', 'GET', path)).toEqual({ item: [mapping] });
  }),
];
