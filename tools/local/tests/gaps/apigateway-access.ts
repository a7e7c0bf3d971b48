import { type Gap, gapsFrom } from './gap';
import { makeRestApi } from './rest-api';

const gap = gapsFrom(makeRestApi);

const allowing = (Resource: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource }],
});

/** A policy as API Gateway answers it: the inside of a JSON string. */
const parsed = (policy: string): unknown => JSON.parse(JSON.parse(`"${policy}"`) as string);

/** Who may call an API. */
export const apiGatewayAccess: Gap[] = [
  gap('UpdateRestApi: a resource policy, escaped in answers, with the ARN of its API', async (aws, { api }) => {
    const policy = JSON.stringify(allowing('execute-api:/dev/GET/*'));
    await aws.patch(api!, { op: 'replace', path: '/policy', value: policy });

    const arn = `arn:aws:execute-api:eu-west-1:123456789012:${api!.split('/').at(-1)}/dev/GET/*`;
    expect(parsed((await aws.rest('apigateway', 'GET', api!)).policy)).toEqual(allowing(arn));
    await aws.patch(api!, { op: 'replace', path: '/policy', value: '' });
    expect((await aws.rest('apigateway', 'GET', api!)).policy).toBeFalsy();
  }),
  gap('UpdateRestApi: refuses a policy that is none, or names no principal', async (aws, { api }) => {
    const { Statement } = allowing('*');
    const lacking = { Version: '2012-10-17', Statement: [{ ...Statement[0], Principal: undefined }] };
    for (const value of ['Statement', '[]', JSON.stringify(lacking)]) {
      await expect(aws.patch(api!, { op: 'replace', path: '/policy', value })).rejects.toMatchObject({
        status: 400,
        code: 'BadRequestException',
        reason: expect.stringMatching(/^Invalid policy document\./),
      });
    }
  }),
  gap('PutRestApi: operations for signed requests, and the resource policy', async (aws, { api }) => {
    await aws.rest('apigateway', 'PUT', `${api}?mode=overwrite`, {
      openapi: '3.0.3',
      info: { title: 'imported', version: '1' },
      paths: { '/prices': { get: { security: [{ sigv4: [] }], responses: {} } } },
      components: {
        securitySchemes: {
          sigv4: {
            type: 'apiKey',
            name: 'Authorization',
            in: 'header',
            'x-amazon-apigateway-authtype': 'awsSigv4',
          },
        },
      },
      'x-amazon-apigateway-policy': allowing('*'),
    });

    const { item: resources } = await aws.rest('apigateway', 'GET', `${api}/resources`);
    const { id } = resources.find(({ path }: { path: string }) => path === '/prices');
    const method = await aws.rest('apigateway', 'GET', `${api}/resources/${id}/methods/GET`);
    expect(method.authorizationType).toBe('AWS_IAM');
    expect(method.authorizerId).toBeFalsy();
    expect(parsed((await aws.rest('apigateway', 'GET', api!)).policy)).toEqual(allowing('*'));
  }),
];
