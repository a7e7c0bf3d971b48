import { anHttpStage } from '../../testing/http-surface';
import { type Area } from '../area';
import { callers } from '../callers';
import { aFunctionCall, conformanceHttpApi, echo } from '../http-functions';
import { httpPages } from '../http-pages';
import { message, rowsOf } from '../row';
import { type Conformance } from '../served';
import { callSigned, type SignedBy } from '../signed';

const api = conformanceHttpApi('http-iam', {
  routes: [
    echo('GET /prices', { auth: { kind: 'iam' } }),
    echo('GET /old', { auth: { kind: 'iam' }, integration: aFunctionCall({ payloadFormat: '1.0' }) }),
  ],
  stages: [anHttpStage({ name: 'local' })],
});
const { row } = rowsOf(api);

const signed = ({ call, url }: Conformance, path: string, by: keyof typeof callers, how?: SignedBy) =>
  callSigned(
    { url, call: (title, sent) => call(title.replace(' ', ' /local'), sent) },
    `GET ${path}`,
    callers[by],
    how,
  );

const refused = (name: string, by: keyof typeof callers | undefined, why: string, how?: SignedBy) =>
  row(name, httpPages.iam, async (served) => {
    const answer = await (by ? signed(served, '/prices', by, how) : served.call('GET /local/prices'));
    expect([answer.status, answer.body]).toEqual([403, message('Forbidden')]);
    expect(answer.header('content-type')).toBe('application/json');
    expect(served.refusals).toEqual([expect.stringContaining(why)]);
  });

/** Routes with AWS_IAM. */
export const httpApiIam: Area = {
  httpApis: [api],
  rows: [
    row('Who is allowed execute-api:Invoke gets in', httpPages.iam, async (served) => {
      expect((await signed(served, '/prices', 'anyApi')).status).toBe(200);
    }),
    refused('Without a signature it is 403', undefined, 'it is not signed with AWS credentials'),
    refused(
      'Without a policy that allows it, it is 403',
      'nothing',
      'is not authorized to perform: execute-api:Invoke',
    ),
    refused('A policy about another API does not count', 'machine', 'is not authorized to perform: execute-api:Invoke'),
    refused('Credentials that are over are 403', 'expired', 'expired'),
    refused('A signature for another region is 403', 'anyApi', 'it is signed for execute-api in us-east-1', {
      region: 'us-east-1',
    }),
    refused(
      'Another account is 403: an HTTP API has no resource policy',
      'foreignToAll',
      'is not authorized to perform',
    ),
    row('The function gets authorizer.iam', httpPages.lambda, async (served) => {
      const { accessKeyId, accountId, principal, userId } = callers.anyApi;
      expect((await signed(served, '/prices', 'anyApi')).json().requestContext.authorizer).toEqual({
        iam: {
          ...{ accessKey: accessKeyId, accountId, callerId: userId, cognitoIdentity: null, principalOrgId: null },
          ...{ userArn: principal.arn, userId },
        },
      });
    }),
    row('With payload format 1.0 it gets identity, as of a REST API', httpPages.lambda, async (served) => {
      expect((await signed(served, '/old', 'anyApi')).json().requestContext.identity).toMatchObject({
        accessKey: callers.anyApi.accessKeyId,
        userArn: callers.anyApi.principal.arn,
      });
    }),
  ],
};
