import { type Behaviour } from './behaviour';
import { type SignInElsewhere, withProviders } from './sign-in-elsewhere';
import { type KitchenSink, PASSWORD } from './sink';

/** The applied pool with sign-in pages, as `npm start` serves them, and a stand-in for each provider. */
class LinkedPool {
  private constructor(
    readonly sink: KitchenSink,
    readonly poolId: string,
    private readonly signIn: SignInElsewhere,
  ) {}

  static async open(sink: KitchenSink, prove: (pool: LinkedPool) => Promise<void>): Promise<void> {
    const poolId = sink.text('linked_pool_id');
    const pool = { poolId, clientId: sink.text('linked_client_id') };
    await withProviders(sink, pool, (signIn) => prove(new LinkedPool(sink, poolId, signIn)));
  }

  /** Who signs in at a provider gets a code, or an error that says why not. */
  async codeOrError(provider: string, person: object): Promise<string | null> {
    const params = await this.signIn(provider, person);
    return params.has('code') ? 'code' : params.get('error_description');
  }

  /** A person with a password, whose address is verified unless said otherwise. */
  async add(email: string, verified = true): Promise<void> {
    const user = { UserPoolId: this.poolId, Username: email };
    const UserAttributes = [{ Name: 'email_verified', Value: String(verified) }];
    await this.sink.aws.idp('AdminCreateUser', { ...user, UserAttributes, MessageAction: 'SUPPRESS' });
    await this.sink.aws.idp('AdminSetUserPassword', { ...user, Password: PASSWORD, Permanent: true });
  }

  /** The identities at other providers of the person with this address and a password. */
  async identities(email: string): Promise<object[]> {
    const { UserAttributes } = await this.sink.aws.idp('AdminGetUser', { UserPoolId: this.poolId, Username: email });
    const attributes = UserAttributes as { Name: string; Value: string }[];
    return JSON.parse(attributes.find(({ Name }) => Name === 'identities')?.Value ?? '[]') as object[];
  }

  async hasUser(Username: string): Promise<boolean> {
    const { Users } = await this.sink.aws.idp('ListUsers', {
      UserPoolId: this.poolId,
      Filter: `username = "${Username}"`,
    });
    return (Users as unknown[]).length === 1;
  }
}

const behaviour = (name: string, prove: (pool: LinkedPool, email: string) => Promise<void>): Behaviour => ({
  name,
  prove: (sink) => LinkedPool.open(sink, (pool) => prove(pool, sink.newEmail())),
});

export const accountLinkingBehaviours: readonly Behaviour[] = [
  behaviour(
    'who has an account is linked at the first sign-in with Google, and signs in at the next',
    async (pool, email) => {
      await pool.add(email);
      const person = { sub: '1001', email, email_verified: true };

      expect(await pool.codeOrError('Google', person)).toBe('Already found an entry for username google_1001');
      expect(await pool.codeOrError('Google', person)).toBe('code');
      expect(await pool.identities(email)).toMatchObject([{ providerName: 'Google', userId: '1001', primary: false }]);
      expect(await pool.hasUser('google_1001')).toBe(false);
    },
  ),
  behaviour('an OpenID provider whose subjects have capital letters links the same person', async (pool, email) => {
    await pool.add(email);
    const person = { sub: 'AbC', email, email_verified: true };

    await pool.codeOrError('corp', person);
    expect(await pool.codeOrError('corp', person)).toBe('code');
    expect(await pool.identities(email)).toMatchObject([{ providerName: 'corp', userId: 'AbC' }]);
  }),
  behaviour('an address that Google has not verified links nobody', async (pool, email) => {
    await pool.add(email);

    expect(await pool.codeOrError('Google', { sub: '1002', email, email_verified: false })).toBe('code');
    expect(await pool.identities(email)).toEqual([]);
    expect(await pool.hasUser('google_1002')).toBe(true);
  }),
  behaviour('a provider that is not trusted links nobody, whatever it says', async (pool, email) => {
    await pool.add(email);

    expect(await pool.codeOrError('Facebook', { id: '1003', sub: '1003', email, email_verified: true })).toBe('code');
    expect(await pool.identities(email)).toEqual([]);
  }),
  behaviour('who signed up with the address of another person does not get into their sign-in', async (pool, email) => {
    await pool.add(email, false);

    expect(await pool.codeOrError('Google', { sub: '1004', email, email_verified: true })).toBe('code');
    expect(await pool.identities(email)).toEqual([]);
    expect(await pool.hasUser('google_1004')).toBe(true);
  }),
];
