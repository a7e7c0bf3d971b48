import { strToU8, zipSync } from 'fflate';
import { type Row, source } from '../../testing/conformance';
import { PASSWORD, type PoolsWithTriggers } from './pools';

const page = source.cognitoGuide('cognito-user-pools-working-with-lambda-triggers');
const FUNCTIONS = '/2015-03-31/functions';

const archive = (code: string) => Buffer.from(zipSync({ 'index.js': strToU8(code) })).toString('base64');
const confirms = (yes: boolean) =>
  archive(
    `exports.handler = async (event) => ({ ...event, response: { ...event.response, autoConfirmUser: ${yes} } });`,
  );

/** A pool whose PreSignUp is that function, whether or not there is one; and how to sign up there. */
async function poolOf({ aws }: PoolsWithTriggers, name: string) {
  const PreSignUp = `arn:aws:lambda:eu-west-1:123456789012:function:${name}`;
  const { UserPool } = await aws.idp('CreateUserPool', { PoolName: name, LambdaConfig: { PreSignUp } });
  const client = { UserPoolId: UserPool.Id, ClientName: 'app' };
  const { ClientId } = (await aws.idp('CreateUserPoolClient', client)).UserPoolClient;
  const signUp = async (Username: string): Promise<boolean> =>
    (await aws.publicIdp('SignUp', { ClientId, Username, Password: PASSWORD })).UserConfirmed;
  return { arn: UserPool.Arn as string, signUp };
}

async function create({ aws }: PoolsWithTriggers, FunctionName: string): Promise<void> {
  const role = await aws.iam('CreateRole', { RoleName: FunctionName, AssumeRolePolicyDocument: '{}' });
  await aws.rest('lambda', 'POST', FUNCTIONS, {
    ...{ FunctionName, Runtime: 'nodejs22.x', Handler: 'index.handler', Role: /<Arn>([^<]*)/.exec(role)?.[1] },
    Code: { ZipFile: confirms(true) },
  });
}

const allow = ({ aws }: PoolsWithTriggers, name: string, SourceArn: string) =>
  aws.rest('lambda', 'POST', `${FUNCTIONS}/${name}/policy`, {
    ...{ StatementId: 'pool', Action: 'lambda:InvokeFunction', Principal: 'cognito-idp.amazonaws.com', SourceArn },
  });

/** Functions that the AWS CLI or an SDK made while `npm start` runs. */
export const triggersMadeByHand: readonly Row<PoolsWithTriggers>[] = [
  {
    name: 'A function that the AWS CLI made is called, with its code as it is now',
    source: page,
    prove: async (pools) => {
      const name = 'by-hand';
      await create(pools, name);
      const { arn, signUp } = await poolOf(pools, name);
      await allow(pools, name, arn);
      expect(await Promise.all([signUp('one'), signUp('two')])).toEqual([true, true]);
      await pools.aws.rest('lambda', 'PUT', `${FUNCTIONS}/${name}/code`, { ZipFile: confirms(false) });
      expect(await signUp('three')).toBe(false);
    },
  },
  {
    name: 'A function that the AWS CLI made needs the permission too, and one that nobody made is not found',
    source: page,
    prove: async (pools) => {
      await create(pools, 'not-permitted');
      for (const [name, why] of [
        ['not-permitted', /AccessDeniedException: no aws_lambda_permission lets .* call function not-permitted/],
        ['never-made', /ResourceNotFoundException: function .*:never-made is not deployed/],
      ] as const) {
        const { signUp } = await poolOf(pools, name);
        await expect(signUp('one')).rejects.toMatchObject({
          code: 'UnexpectedLambdaException',
          reason: expect.stringMatching(why) as string,
        });
      }
    },
  },
];
