import { type CognitoIdentityProviderClient, paginateListUsers } from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';
import { type PlanJson, type ResourceChange, type Stack } from '@gatehouse/terraform';
import { type Reporter } from '../../console';

/** What holds people, or is one. */
const PEOPLE = new Set(['aws_cognito_user', 'aws_cognito_user_pool']);

interface Asking {
  readonly cognito: CognitoIdentityProviderClient;
  readonly reporter: Pick<Reporter, 'ask'>;
}

/**
 * Asks before people are deleted.
 *
 * @throws UserError when the answer is no, or nobody can be asked
 */
export async function askBeforePeopleGo(
  { name }: Pick<Stack, 'name'>,
  plan: PlanJson,
  { cognito, reporter }: Asking,
): Promise<void> {
  const lost = (plan.resource_changes ?? []).filter(
    ({ change, type }) => PEOPLE.has(type) && change.actions.includes('delete'),
  );
  if (lost.length === 0) return;
  const what = await Promise.all(lost.map((each) => describe(cognito, each)));
  const deletes = `Applying ${name} deletes ${what.join(', and ')}.`;
  const answer = await reporter.ask(`${deletes} Apply it?`);
  if (answer) return;
  const todo =
    answer === undefined
      ? 'There is no terminal to ask on: undo the change, or apply it yourself with "npx nx deploy local".'
      : 'Undo the change, or save another one to be asked again.';
  throw new UserError(`Not applied. ${deletes} ${todo}`);
}

async function describe(
  cognito: CognitoIdentityProviderClient,
  { address, change, type }: ResourceChange,
): Promise<string> {
  const how = change.actions.includes('create') ? 'is replaced' : 'is destroyed';
  const { id, name, username } = (change.before ?? {}) as { id?: string; name?: string; username?: string };
  if (type === 'aws_cognito_user') return `the user ${username ?? address} (${address} ${how})`;
  const count = await countUsers(cognito, id ?? '').catch(() => undefined);
  const people = count === undefined ? 'its users' : count === 1 ? 'its 1 user' : `its ${count} users`;
  return `user pool ${name ?? address} and ${people} (${address} ${how})`;
}

async function countUsers(client: CognitoIdentityProviderClient, UserPoolId: string): Promise<number> {
  let count = 0;
  for await (const { Users = [] } of paginateListUsers({ client }, { UserPoolId })) count += Users.length;
  return count;
}
