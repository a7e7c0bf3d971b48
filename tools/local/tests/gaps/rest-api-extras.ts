import { type Gap, gapsFrom } from './gap';
import { makeRestApi } from './rest-api';

const gap = gapsFrom(makeRestApi);
const notFound = { status: 404, code: 'NotFoundException' };

/** Client certificates, documentation, VPC links and canaries of REST APIs. */
export const restApiExtras: Gap[] = [
  gap('GenerateClientCertificate, UpdateClientCertificate, DeleteClientCertificate', async (aws) => {
    const body = { description: 'first', tags: { a: '1' } };
    const { clientCertificateId } = await aws.rest('apigateway', 'POST', '/clientcertificates', body);
    const path = `/clientcertificates/${clientCertificateId}`;
    await aws.patch(path, { op: 'replace', path: '/description', value: 'second' });
    const certificate = await aws.rest('apigateway', 'GET', path);
    expect(certificate).toMatchObject({
      description: 'second',
      pemEncodedCertificate: expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n/),
      tags: { a: '1' },
    });
    expect(certificate.expirationDate - certificate.createdDate).toBe(365 * 24 * 3600);
    expect((await aws.rest('apigateway', 'GET', '/clientcertificates')).item).toContainEqual(certificate);
    const tags = `/tags/${encodeURIComponent(`arn:aws:apigateway:eu-west-1::${path}`)}`;
    expect(await aws.rest('apigateway', 'GET', tags)).toEqual({ tags: { a: '1' } });
    await aws.rest('apigateway', 'DELETE', path);
    await expect(aws.rest('apigateway', 'GET', path)).rejects.toMatchObject(notFound);
  }),
  gap('Documentation parts: created, changed, listed, deleted; one for each location', async (aws, { api }) => {
    const path = `${api}/documentation/parts`;
    const location = { type: 'METHOD', path: '/reports', method: 'GET' };
    const made = await aws.rest('apigateway', 'POST', path, { location, properties: '{"summary":"a"}' });
    await aws.patch(`${path}/${made.id}`, { op: 'replace', path: '/properties', value: '{"summary":"b"}' });
    const part = { id: made.id, location, properties: '{"summary":"b"}' };
    expect(await aws.rest('apigateway', 'GET', path)).toEqual({ item: [part] });
    await expect(aws.rest('apigateway', 'POST', path, { location, properties: '{}' })).rejects.toMatchObject({
      status: 409,
      code: 'ConflictException',
    });
    await aws.rest('apigateway', 'DELETE', `${path}/${made.id}`);
    await expect(aws.rest('apigateway', 'GET', `${path}/${made.id}`)).rejects.toMatchObject(notFound);
  }),
  gap('ImportDocumentationParts', async (aws, { api }) => {
    const documentationParts = [{ location: { type: 'API' }, properties: { description: 'about' } }];
    const { ids } = await aws.rest('apigateway', 'PUT', `${api}/documentation/parts?mode=overwrite`, {
      openapi: '3.0.3',
      'x-amazon-apigateway-documentation': { version: '1', documentationParts },
    });
    const part = { id: ids[0], location: { type: 'API' }, properties: '{"description": "about"}' };
    expect(await aws.rest('apigateway', 'GET', `${api}/documentation/parts/${ids[0]}`)).toEqual(part);
  }),
  gap('Documentation versions, and that of a stage', async (aws, { api }) => {
    const path = `${api}/documentation/versions`;
    const patch = { op: 'replace', path: '/documentationVersion', value: '1' };
    await expect(aws.patch(`${api}/stages/dev`, patch)).rejects.toMatchObject(notFound);
    await aws.rest('apigateway', 'POST', path, { documentationVersion: '1', description: 'first' });
    await aws.patch(`${path}/1`, { op: 'replace', path: '/description', value: 'second' });
    expect(await aws.rest('apigateway', 'GET', path)).toMatchObject({
      item: [{ version: '1', description: 'second' }],
    });
    await aws.patch(`${api}/stages/dev`, patch);
    expect(await aws.rest('apigateway', 'GET', `${api}/stages/dev`)).toMatchObject({ documentationVersion: '1' });
    await aws.rest('apigateway', 'DELETE', `${path}/1`);
    await expect(aws.rest('apigateway', 'GET', `${path}/1`)).rejects.toMatchObject(notFound);
  }),
  gap('UpdateVpcLink, and tags of one', async (aws) => {
    const { id } = await aws.rest('apigateway', 'POST', '/vpclinks', {
      name: 'a',
      targetArns: ['b'],
      tags: { a: '1' },
    });
    await aws.patch(`/vpclinks/${id}`, { op: 'replace', path: '/name', value: 'b' });
    expect(await aws.rest('apigateway', 'GET', `/vpclinks/${id}`)).toMatchObject({ name: 'b', status: 'AVAILABLE' });
    const tags = `/tags/${encodeURIComponent(`arn:aws:apigateway:eu-west-1::/vpclinks/${id}`)}`;
    await aws.rest('apigateway', 'PUT', tags, { tags: { b: '2' } });
    expect(await aws.rest('apigateway', 'GET', tags)).toEqual({ tags: { a: '1', b: '2' } });
  }),
  gap('DeleteVpcLink: refuses one that an integration uses', async (aws, { method }) => {
    const { id } = await aws.rest('apigateway', 'POST', '/vpclinks', { name: 'a', targetArns: ['b'] });
    const connection = { connectionType: 'VPC_LINK', connectionId: id };
    const integration = { type: 'HTTP_PROXY', httpMethod: 'GET', uri: 'http://example.com', ...connection };
    await aws.rest('apigateway', 'PUT', `${method}/integration`, integration);
    await expect(aws.rest('apigateway', 'DELETE', `/vpclinks/${id}`)).rejects.toMatchObject({
      status: 400,
      reason: expect.stringContaining('in format of [Method:Resource:Api]'),
    });
  }),
  gap('CreateStage: keeps canarySettings and documentationVersion', async (aws, { api, deployment }) => {
    await aws.rest('apigateway', 'POST', `${api}/documentation/versions`, { documentationVersion: '1' });
    const { id } = await aws.rest('apigateway', 'POST', `${api}/deployments`, {});
    const canarySettings = { deploymentId: id, percentTraffic: 10.5, stageVariableOverrides: { a: '2' } };
    const more = { canarySettings, documentationVersion: '1' };
    await aws.rest('apigateway', 'POST', `${api}/stages`, { stageName: 'two', deploymentId: deployment, ...more });
    expect(await aws.rest('apigateway', 'GET', `${api}/stages/two`)).toMatchObject({
      canarySettings: { ...canarySettings, useStageCache: false },
      documentationVersion: '1',
    });
  }),
  gap(
    'CreateDeployment: a canary of a stage, promoted by copy and removed',
    async (aws, { api, id, deployment, resource }) => {
      await aws.rest('apigateway', 'DELETE', `${api}/resources/${resource}/methods/POST`);
      const canary = await aws.rest('apigateway', 'POST', `${api}/deployments`, {
        stageName: 'dev',
        canarySettings: { percentTraffic: 5, stageVariableOverrides: { a: '2' } },
      });
      const stage = `${api}/stages/dev`;
      expect(await aws.rest('apigateway', 'GET', stage)).toMatchObject({
        deploymentId: deployment,
        canarySettings: { deploymentId: canary.id, percentTraffic: 5 },
      });
      expect(await aws.deployment({ apiId: id!, stage: 'dev' })).toMatchObject({
        routes: [{ method: 'GET' }, { method: 'POST' }],
        canary: { deploymentId: canary.id },
      });
      await aws.patch(
        stage,
        { op: 'replace', path: '/canarySettings/percentTraffic', value: '0.0' },
        { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' },
        { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
      );
      expect(await aws.rest('apigateway', 'GET', stage)).toMatchObject({
        deploymentId: canary.id,
        variables: { a: '2' },
        canarySettings: { percentTraffic: 0 },
      });
      expect((await aws.deployment({ apiId: id!, stage: 'dev' })).routes).toHaveLength(1);
      await aws.patch(stage, { op: 'remove', path: '/canarySettings' });
      expect((await aws.rest('apigateway', 'GET', stage)).canarySettings).toBeUndefined();
    },
  ),
  gap("PutIntegration: takes the caller's credentials", async (aws, { method }) => {
    const credentials = 'arn:aws:iam::*:user/*';
    const uri = 'arn:aws:apigateway:eu-west-1:sqs:path/123456789012/a';
    const body = { type: 'AWS', httpMethod: 'POST', uri, credentials };
    expect(await aws.rest('apigateway', 'PUT', `${method}/integration`, body)).toMatchObject({ credentials });
  }),
  gap('UpdateAccount: takes the role of the logs away', async (aws) => {
    await aws.patch('/account', { op: 'replace', path: '/cloudwatchRoleArn' });
    expect((await aws.rest('apigateway', 'GET', '/account')).cloudwatchRoleArn).toBeNull();
  }),
  gap('FlushStageCache, FlushStageAuthorizersCache', async (aws, { api }) => {
    for (const cache of ['data', 'authorizers']) {
      await aws.rest('apigateway', 'DELETE', `${api}/stages/dev/cache/${cache}`);
      const gone = aws.rest('apigateway', 'DELETE', `${api}/stages/gone/cache/${cache}`);
      await expect(gone).rejects.toMatchObject(notFound);
    }
  }),
  gap('DeleteAuthorizer: refuses one that a method names', async (aws, { api, authorizer }) => {
    await expect(aws.rest('apigateway', 'DELETE', `${api}/authorizers/${authorizer}`)).rejects.toMatchObject({
      status: 409,
      code: 'ConflictException',
      reason: "Cannot delete authorizer 'users', is referenced in method: GET//reports",
    });
  }),
];
