import { type Aws } from './aws';
import { type Gap, gapsFrom, type Made } from './gap';
import { makeHttpApi } from './http-api';

const gap = gapsFrom(async (aws: Aws): Promise<Made> => {
  const made = await makeHttpApi(aws);
  await aws.rest('apigateway', 'POST', `${made.api}/stages`, {
    stageName: '$default',
    autoDeploy: true,
    accessLogSettings: {
      destinationArn: 'arn:aws:logs:eu-west-1:123456789012:log-group:a',
      format: '$context.requestId',
    },
    routeSettings: { 'GET /reports': { throttlingBurstLimit: 1, throttlingRateLimit: 1 } },
    stageVariables: { a: '1', b: '2' },
    tags: { a: '1' },
  });
  return { ...made, stage: `${made.api}/stages/$default` };
});

/** Stages of HTTP APIs, and tags of everything. */
export const httpApiStages: Gap[] = [
  gap('UpdateStage (v2)', async (aws, { stage }) => {
    await aws.rest('apigateway', 'PATCH', stage!, {
      description: 'second',
      accessLogSettings: {},
      defaultRouteSettings: { throttlingBurstLimit: 10, throttlingRateLimit: 5 },
      routeSettings: { $default: { throttlingBurstLimit: 2 } },
      stageVariables: { a: '', c: '3' },
    });
    expect(await aws.rest('apigateway', 'GET', stage!)).toMatchObject({
      autoDeploy: true,
      description: 'second',
      defaultRouteSettings: { throttlingBurstLimit: 10, throttlingRateLimit: 5 },
      routeSettings: { 'GET /reports': { throttlingBurstLimit: 1 }, $default: { throttlingBurstLimit: 2 } },
      stageVariables: { b: '2', c: '3' },
      tags: { a: '1' },
    });
    expect((await aws.rest('apigateway', 'GET', stage!)).accessLogSettings).toBeFalsy();
    await expect(aws.rest('apigateway', 'PATCH', stage!, { deploymentId: 'gone' })).rejects.toMatchObject({
      status: 404,
    });
  }),
  gap('DeleteRouteSettings, DeleteAccessLogSettings (v2)', async (aws, { stage }) => {
    await aws.rest('apigateway', 'DELETE', `${stage}/routesettings/${encodeURIComponent('GET /reports')}`);
    await aws.rest('apigateway', 'DELETE', `${stage}/accesslogsettings`);
    const { routeSettings, accessLogSettings } = await aws.rest('apigateway', 'GET', stage!);
    expect([routeSettings, accessLogSettings ?? null]).toEqual([{}, null]);
  }),
  gap(
    'GetTags, TagResource, UntagResource (v2) of an API, a stage, a VPC link and a domain',
    async (aws, { apiId }) => {
      const { vpcLinkId } = await aws.rest('apigateway', 'POST', '/v2/vpclinks', { name: 'a', subnetIds: [] });
      await aws.rest('apigateway', 'POST', '/v2/domainnames', { domainName: `${apiId}.example.com` });
      const named = [
        `apis/${apiId}`,
        `apis/${apiId}/stages/$default`,
        `vpclinks/${vpcLinkId}`,
        `domainnames/${apiId}.example.com`,
      ];
      for (const name of named) {
        const path = `/v2/tags/${encodeURIComponent(`arn:aws:apigateway:eu-west-1::/${name}`)}`;
        await aws.rest('apigateway', 'POST', path, { tags: { b: '2', c: '3' } });
        await aws.rest('apigateway', 'DELETE', `${path}?tagKeys=a&tagKeys=b`);
        expect(await aws.rest('apigateway', 'GET', path)).toEqual({ tags: { c: '3' } });
        expect(await aws.rest('apigateway', 'GET', `/v2/${name}`)).toMatchObject({ tags: { c: '3' } });
      }
    },
  ),
];
