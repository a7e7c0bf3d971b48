import { check, type IUserPool, type IUserPoolClient } from '@gatehouse/construct-kit';
import { Construct, type IConstruct } from 'constructs';

/** @throws ConstructError for a client of another pool. @param fix what to do: a sentence without its full stop */
export function checkClientOf(
  construct: IConstruct,
  userPool: IUserPool,
  { prop, client, fix }: { readonly prop: string; readonly client: IUserPoolClient; readonly fix: string },
): void {
  check(construct, client.userPool.userPoolId === userPool.userPoolId, {
    prop,
    expected: 'a client of this user pool',
    found: Construct.isConstruct(client) ? client : client.clientId,
    fix,
  });
}
