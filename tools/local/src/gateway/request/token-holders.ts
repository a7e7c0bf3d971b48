import { type CallerToken, type Surface } from '@gatehouse/surface';

interface Token extends Pick<CallerToken, 'use'> {
  readonly claims: Readonly<Record<string, string>>;
}

/** Says of a verified token whose it is. */
export class TokenHolders {
  private clients: ReadonlyMap<string, string> = new Map();

  load({ clients }: Pick<Surface, 'clients'>): void {
    this.clients = new Map(clients.map(({ id, name }) => [id, name]));
  }

  /** `ada@example.com (ID token)`, `client machine (access token)` */
  describe({ claims, use }: Token): string {
    return `${this.holderOf(claims)} (${use === 'id' ? 'ID' : 'access'} token)`;
  }

  private holderOf(claims: Token['claims']): string {
    const { client_id: client, sub } = claims;
    // A machine's token is about its client: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
    if (client !== undefined && client === sub) return `client ${this.clients.get(client) ?? client}`;
    return claims['email'] ?? claims['cognito:username'] ?? claims['username'] ?? sub ?? 'a person without a name';
  }
}
