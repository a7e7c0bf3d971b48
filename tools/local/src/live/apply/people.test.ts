import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { type PlanJson, type ResourceChange } from '@gatehouse/terraform';
import { type Question } from '../../console';
import { askBeforePeopleGo } from './people';

const change = (type: string, actions: ResourceChange['change']['actions'], before: object = {}): ResourceChange => ({
  address: `${type}.it`,
  mode: 'managed',
  type,
  name: 'it',
  change: { actions, before },
});
const pool = (actions: ResourceChange['change']['actions']) =>
  change('aws_cognito_user_pool', actions, { id: 'eu-west-1_A', name: 'shop-users' });

/** Asks about a plan of a pool with two users. @returns the questions that were asked */
async function ask(changes: ResourceChange[], answer: boolean | undefined): Promise<string[]> {
  const asked: string[] = [];
  const cognito = new CognitoIdentityProviderClient({ region: 'eu-west-1' });
  cognito.send = () => Promise.resolve({ Users: [{}, {}] });
  const reporter = {
    ask: (about: string, { text }: Question) => {
      asked.push(`${about} ${text}`);
      return Promise.resolve(answer);
    },
  };
  const plan = { resource_changes: changes } as unknown as PlanJson;
  await askBeforePeopleGo({ name: 'local-people' }, plan, { cognito, reporter, signal: new AbortController().signal });
  return asked;
}

it('asks nothing when nobody is deleted', async () => {
  const changes = [
    pool(['update']),
    change('aws_cognito_user_pool_client', ['delete']),
    change('aws_sqs_queue', ['delete']),
  ];
  expect(await ask(changes, undefined)).toEqual([]);
});

it('says which pool goes, with how many users, and applies it after a yes', async () => {
  expect(await ask([pool(['delete', 'create'])], true)).toEqual([
    'Applying local-people deletes user pool shop-users and its 2 users (aws_cognito_user_pool.it is replaced). Apply it?',
  ]);
});

it('applies nothing after a no', async () => {
  await expect(ask([change('aws_cognito_user', ['delete'], { username: 'ada' })], false)).rejects.toThrow(
    'Not applied. Undo the change, or save another one to be asked again.',
  );
});

it('applies nothing without a terminal, and says what to do', async () => {
  await expect(ask([pool(['delete'])], undefined)).rejects.toThrow(
    /There is no terminal to ask on: undo the change, or apply it yourself with "npx nx deploy local"\.$/,
  );
});
