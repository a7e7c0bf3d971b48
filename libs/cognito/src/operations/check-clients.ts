import { type IUserPool, type IUserPoolClient } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { checkClientOf } from '../clients/client-of-pool';

/** @throws ConstructError for a client of another pool: CloudWatch has no such metric, so nothing would ever be counted. */
export function checkClients(
  construct: IConstruct,
  userPool: IUserPool,
  clients: Readonly<Record<string, IUserPoolClient>>,
): void {
  const fix = 'Watch it at its own pool';
  for (const [name, client] of Object.entries(clients)) {
    checkClientOf(construct, userPool, { prop: `clients.${name}`, client, fix });
  }
}
