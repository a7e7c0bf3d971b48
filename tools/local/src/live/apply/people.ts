import { type CognitoIdentityProviderClient, paginateListUsers } from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';
import { type PlanJson, type ResourceChange, type Stack } from '@gatehouse/terraform';
import { type Reporter } from '../../console';

/** What holds people, or is one. */
const PEOPLE = new Set(['aws_cognito_user', 'aws_cognito_user_pool']);

interface Asking {
  readonly cognito: CognitoIdentityProviderClient;
  readonly reporter: Pick<Reporter, 'ask'>;
  /** Takes the question back. */
  readonly signal: AbortSignal;
}

/**
 * Asks before people are deleted.
 *
 * @throws UserError when the answer is no, or there is no terminal; the signal's reason when it takes the question back
 */
export async function askBeforePeopleGo(
  { name }: Pick<Stack, 'name'>,
  plan: PlanJson,
  { cognito, reporter, signal }: Asking,
): Promise<void> {
  const lost = (plan.resource_changes ?? []).filter(
    ({ change, type }) => PEOPLE.has(type) && change.actions.includes('delete'),
  );
  if (lost.length === 0) return;
  const what = await Promise.all(lost.map((each) => describe(cognito, each)));
  const deletes = `Applying ${name} deletes ${what.join(', and ')}.`;
  const answer = await reporter.ask(deletes, { text: 'Apply it?', signal });
  if (answer) return;
  throw new UserError(
    answer === undefined
      ? `Not applied. ${deletes} There is no terminal to ask on: undo the change, or apply it yourself with "npx nx deploy local".`
      : 'Not applied. Undo the change, or save another one to be asked again.',
  );
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
