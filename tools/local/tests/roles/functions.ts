import { awsOf } from '../../src/emulator';
import { createFunctions, type Functions } from '../../src/gateway/functions/functions';
import { serveInvocations } from '../../src/gateway/functions/serve-invocations';
import { deployed, type Deployed } from './deployed-function';
import { rest } from './requests';
import { grant, type RoleRow } from './row';
import { type Answer } from './wire';
import { type RoleSettings, type World } from './world';

const guide = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html';
const api = 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html';

const sdk = JSON.stringify(require.resolve('@aws-sdk/client-dynamodb'));
const reader = `
  const { DynamoDBClient, GetItemCommand } = require(${sdk});
  const client = new DynamoDBClient({});
  exports.handler = ({ TableName }) =>
    client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'a' } } })).then(() => 'found', ({ name, message }) => ({ name, message }))`;

/** What is done with a function that is deployed with the role. */
type Prove = (
  invoke: (event: object, query?: string, headers?: object) => Promise<Answer>,
  made: Deployed,
) => Promise<void>;

const row = (name: string, source: string, role: RoleSettings, code: string, prove: Prove): RoleRow => ({
  name,
  source,
  prove: async (world) => {
    const made = await deployed(world, role, code);
    const functions = await served(world, made);
    try {
      const invoker = await world.role({ inline: [grant('lambda:InvokeFunction', made.lambda.arn)] });
      await prove(async (event, query = '', headers = {}) => {
        const request = rest('lambda', 'POST', `/2015-03-31/functions/${made.lambda.name}/invocations${query}`, event);
        return world.send({ ...request, headers: { ...request.headers, ...headers } }, invoker);
      }, made);
    } finally {
      await functions.stop();
      made.remove();
    }
  },
});

async function served(world: World, { lambda, root }: Deployed): Promise<Functions> {
  const functions = createFunctions({ roots: [root], aws: awsOf(world.emulator), onOutput: () => undefined });
  await functions.load({ functions: [lambda], functionPermissions: [] });
  world.emulator.bridge.serveFunctions(serveInvocations(functions));
  return functions;
}

const orders = 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders';

/** Functions, with the credentials of their roles. */
export const functionsOfRoles: RoleRow[] = [
  row(
    'A function may do what its role allows',
    guide,
    { inline: [grant('dynamodb:GetItem', orders)] },
    reader,
    async (invoke) => {
      expect((await invoke({ TableName: 'orders' })).text).toBe('"found"');
    },
  ),
  row(
    'A function that lacks a right on its table is refused',
    guide,
    { inline: [grant('dynamodb:GetItem', orders)] },
    reader,
    async (invoke, { lambda, role }) => {
      const answer = JSON.parse((await invoke({ TableName: 'other' })).text) as object;
      expect(answer).toEqual({
        name: 'AccessDeniedException',
        message: `User: arn:aws:sts::123456789012:assumed-role/${role.name}/${lambda.name} is not authorized to perform: dynamodb:GetItem on resource: ${orders.replace('orders', 'other')} because no identity-based policy allows the dynamodb:GetItem action`,
      });
    },
  ),
  row(
    "The boundary of a function's role limits it",
    guide,
    { inline: [grant('*')], boundary: [grant('s3:*')] },
    reader,
    async (invoke) => {
      const answer = JSON.parse((await invoke({ TableName: 'orders' })).text) as object;
      expect(answer).toMatchObject({ message: expect.stringContaining('because no permissions boundary allows') });
    },
  ),
  row(
    'Invoke runs the function and answers what it answers',
    api,
    {},
    'exports.handler = async (event) => ({ got: event })',
    async (invoke) => {
      const { headers, status, text } = await invoke({ a: 1 });
      expect([status, headers.get('x-amz-function-error'), JSON.parse(text)]).toEqual([200, null, { got: { a: 1 } }]);
    },
  ),
  row(
    'An error of the function is answered with 200 and X-Amz-Function-Error',
    api,
    {},
    'exports.handler = async () => { throw new TypeError("boom") }',
    async (invoke) => {
      const { headers, status, text } = await invoke({});
      expect([status, headers.get('x-amz-function-error'), JSON.parse(text)]).toEqual([
        200,
        'Unhandled',
        { errorType: 'TypeError', errorMessage: 'boom' },
      ]);
    },
  ),
  row(
    'Another alias is not invoked by who may invoke the function',
    api,
    {},
    'exports.handler = async () => 1',
    async (invoke, { lambda }) => {
      const { code, message } = await invoke({}, '?Qualifier=live');
      expect([code, message]).toEqual(['AccessDeniedException', expect.stringContaining(`${lambda.arn}:live`)]);
    },
  ),
];
