import { type Aws } from './aws';
import { type Gap, gapsFrom, type Made } from './gap';
import { makeHttpApi } from './http-api';
import { makeRestApi } from './rest-api';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/1';
const configuration = { certificateArn: CERTIFICATE, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' };

const gap = gapsFrom(async (aws: Aws): Promise<Made> => {
  const made = await makeHttpApi(aws);
  await aws.rest('apigateway', 'POST', `${made.api}/stages`, { stageName: 'dev' });
  const domainName = `${made.apiId}.example.com`;
  await aws.rest('apigateway', 'POST', '/v2/domainnames', { domainName, domainNameConfigurations: [configuration] });
  return { ...made, domainName, domain: `/v2/domainnames/${domainName}` };
});

/** Custom domains and API mappings. */
export const httpApiDomains: Gap[] = [
  gap('CreateDomainName (v2): is available, and has a name to point to', async (aws, { domain }) => {
    expect(await aws.rest('apigateway', 'GET', domain!)).toMatchObject({
      domainNameConfigurations: [
        {
          ...configuration,
          apiGatewayDomainName: expect.stringMatching(/^d-\w+\.execute-api\.eu-west-1\.amazonaws\.com$/),
          domainNameStatus: 'AVAILABLE',
          hostedZoneId: expect.stringMatching(/^Z\w+$/),
          ipAddressType: 'ipv4',
        },
      ],
      routingMode: 'API_MAPPING_ONLY',
    });
  }),
  gap('UpdateDomainName (v2): another certificate; mutual TLS is set and taken away', async (aws, { domain }) => {
    const certificateArn = CERTIFICATE.replace('/1', '/2');
    const mutualTlsAuthentication = { truststoreUri: 's3://a/b.pem', truststoreVersion: '1' };
    await aws.rest('apigateway', 'PATCH', domain!, {
      domainNameConfigurations: [{ ...configuration, certificateArn }],
      mutualTlsAuthentication,
    });
    expect(await aws.rest('apigateway', 'GET', domain!)).toMatchObject({
      domainNameConfigurations: [{ certificateArn, domainNameStatus: 'AVAILABLE' }],
      mutualTlsAuthentication,
    });
    await aws.rest('apigateway', 'PATCH', domain!, { mutualTlsAuthentication: { truststoreUri: '' } });
    expect((await aws.rest('apigateway', 'GET', domain!)).mutualTlsAuthentication).toBeUndefined();
  }),
  gap('UpdateApiMapping', async (aws, { api, apiId, domain }) => {
    const body = { apiId, stage: 'dev', apiMappingKey: 'a/b' };
    const { apiMappingId } = await aws.rest('apigateway', 'POST', `${domain}/apimappings`, body);
    await aws.rest('apigateway', 'POST', `${api}/stages`, { stageName: 'two' });
    const path = `${domain}/apimappings/${apiMappingId}`;
    await aws.rest('apigateway', 'PATCH', path, { apiId, apiMappingKey: 'c', stage: 'two' });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({ apiMappingId, apiMappingKey: 'c', stage: 'two' });
  }),
  gap('CreateApiMapping: of a REST API, with a key of several levels', async (aws, { domain }) => {
    const { id } = await makeRestApi(aws);
    const body = { apiId: id, stage: 'dev', apiMappingKey: 'v1/reports' };
    const { apiMappingId } = await aws.rest('apigateway', 'POST', `${domain}/apimappings`, body);
    expect(await aws.rest('apigateway', 'GET', `${domain}/apimappings/${apiMappingId}`)).toMatchObject(body);
  }),
  gap('CreateApiMapping: below a domain that was made for REST APIs', async (aws, { apiId }) => {
    const domainName = `rest-${apiId}.example.com`;
    const endpointConfiguration = { types: ['REGIONAL'] };
    const body = { domainName, regionalCertificateArn: CERTIFICATE, endpointConfiguration };
    await aws.rest('apigateway', 'POST', '/domainnames', body);
    const path = `/v2/domainnames/${domainName}`;
    await aws.rest('apigateway', 'POST', `${path}/apimappings`, { apiId, stage: 'dev' });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({
      domainNameConfigurations: [{ certificateArn: CERTIFICATE, endpointType: 'REGIONAL' }],
    });
  }),
  gap('CreateApiMapping: refuses a stage that does not exist and a key taken', async (aws, { apiId, domain }) => {
    const path = `${domain}/apimappings`;
    await expect(aws.rest('apigateway', 'POST', path, { apiId, stage: 'gone' })).rejects.toMatchObject({ status: 400 });
    await aws.rest('apigateway', 'POST', path, { apiId, stage: 'dev' });
    await expect(aws.rest('apigateway', 'POST', path, { apiId, stage: 'dev' })).rejects.toMatchObject({
      status: 409,
      code: 'ConflictException',
    });
  }),
  gap('DeleteDomainName (v2): takes its mappings with it', async (aws, { apiId, domain }) => {
    await aws.rest('apigateway', 'POST', `${domain}/apimappings`, { apiId, stage: 'dev' });
    await aws.rest('apigateway', 'DELETE', domain!);
    await expect(aws.rest('apigateway', 'GET', domain!)).rejects.toMatchObject({ status: 404 });
  }),
];
