import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type UserType } from '@aws-sdk/client-cognito-identity-provider';
import { type PreSignUpTriggerEvent } from 'aws-lambda';
import { type Directory, handler, linkToAccount } from './handler';

const google = { name: 'Google' };
const poolId = 'eu-west-1_AbCdEf123';

/** The documented event of a person who comes from another provider for the first time. */
const event = (attributes: Record<string, string>, more: object = {}): PreSignUpTriggerEvent =>
  ({
    version: '1',
    region: 'eu-west-1',
    userPoolId: poolId,
    userName: 'google_1234',
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'web' },
    triggerSource: 'PreSignUp_ExternalProvider',
    request: {
      userAttributes: { 'cognito:email_alias': '', 'cognito:phone_number_alias': '', ...attributes },
      validationData: {},
    },
    response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
    ...more,
  }) as PreSignUpTriggerEvent;

const ada = { email: 'ada@example.com', email_verified: 'true' };

const account = (Username: string, attributes: Record<string, string> = ada, more: object = {}): UserType => ({
  Username,
  Enabled: true,
  UserStatus: 'CONFIRMED',
  Attributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  ...more,
});

/** A pool with these accounts, which finds an address as Cognito does: by every character. */
class Pool implements Directory {
  readonly links: unknown[] = [];

  constructor(private readonly users: readonly UserType[]) {}

  usersOf(userPoolId: string, email: string): Promise<UserType[]> {
    const has = ({ Attributes = [] }: UserType) =>
      Attributes.some(({ Name, Value }) => Name === 'email' && Value === email);
    return Promise.resolve(userPoolId === poolId ? this.users.filter(has) : []);
  }

  link(...link: [string, string, string, string]): Promise<void> {
    this.links.push(link);
    return Promise.resolve();
  }
}

/** What is linked when an event comes to a pool with these accounts. */
async function linksOf(from: PreSignUpTriggerEvent, ...users: UserType[]): Promise<unknown[]> {
  const pool = new Pool(users);
  await linkToAccount(from, [google], pool);
  return pool.links;
}

const link = [poolId, 'ada', 'Google', '1234'];

describe('a person who comes from a provider for the first time', () => {
  it('is linked to the account with the same verified address', async () => {
    expect(await linksOf(event(ada), account('bob', { ...ada, email: 'bob@example.com' }), account('ada'))).toEqual([
      link,
    ]);
  });

  it('is nobody else for the letter case of the address', async () => {
    expect(await linksOf(event({ ...ada, email: 'Ada@Example.com' }), account('ada'))).toEqual([link]);
    const asWritten = account('ada', { ...ada, email: 'Ada@Example.com' });
    expect(await linksOf(event({ ...ada, email: 'Ada@Example.com' }), asWritten)).toEqual([link]);
  });

  it('gets an account of their own where nobody has the address', async () => {
    expect(await linksOf(event(ada))).toEqual([]);
    expect(await linksOf(event({ email_verified: 'true' }), account('ada'))).toEqual([]);
  });

  it('cannot be linked without the word of the provider that the address is verified', async () => {
    for (const email_verified of ['false', 'True', '1', '']) {
      expect(await linksOf(event({ ...ada, email_verified }), account('ada'))).toEqual([]);
    }
    expect(await linksOf(event({ email: ada.email }), account('ada'))).toEqual([]);
  });

  it('cannot be linked from a provider that is not trusted, such as one where anyone enters any address', async () => {
    expect(await linksOf(event(ada, { userName: 'facebook_1234' }), account('ada'))).toEqual([]);
  });

  it('does not share an account with anyone who signed up with their address first', async () => {
    const unconfirmed = account('mallory', { ...ada, email_verified: 'false' }, { UserStatus: 'UNCONFIRMED' });
    const confirmedByHand = account('mallory', { ...ada, email_verified: 'false' });

    expect(await linksOf(event(ada), unconfirmed)).toEqual([]);
    expect(await linksOf(event(ada), confirmedByHand)).toEqual([]);
    expect(await linksOf(event(ada), confirmedByHand, account('ada'))).toEqual([link]);
  });

  it('is not linked to an account of another provider', async () => {
    const external = account('facebook_1', ada, { UserStatus: 'EXTERNAL_PROVIDER' });
    expect(await linksOf(event(ada), external)).toEqual([]);
  });

  it('is refused where two accounts have shown to own the address, and neither is chosen', async () => {
    const pool = new Pool([account('ada'), account('ada2')]);

    await expect(linkToAccount(event(ada), [google], pool)).rejects.toThrow(
      'More than one account has this e-mail address. Sign in with the password of one of them.',
    );
    expect(pool.links).toEqual([]);
  });
});

describe('the handler', () => {
  const asked: unknown[] = [];
  let server: Server;
  let refusal: string | undefined;

  beforeAll(async () => {
    Object.assign(globalThis, { PROVIDERS: [google] });
    server = createServer(async (request, response) => {
      const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as { PaginationToken?: string };
      const action = String(request.headers['x-amz-target']).split('.')[1];
      asked.push({ action, ...body });
      const pages = { first: { Users: [], PaginationToken: 'second' }, second: { Users: [account('ada')] } };
      const page = action === 'ListUsers' ? pages[body.PaginationToken === 'second' ? 'second' : 'first'] : {};
      response.statusCode = action !== 'ListUsers' && refusal ? 400 : 200;
      const answer = response.statusCode === 400 ? { __type: 'InvalidParameterException', message: refusal } : page;
      response.setHeader('content-type', 'application/x-amz-json-1.1').end(JSON.stringify(answer));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const endpoint = { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AWS_REGION: 'eu-west-1' };
    Object.assign(process.env, { ...endpoint, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  beforeEach(() => {
    asked.splice(0);
    refusal = undefined;
  });

  it('asks for every page, and links', async () => {
    const given = event({ ...ada, email: 'a"da@example.com' });
    expect(await handler(given)).toBe(given);

    const Filter = 'email = "a\\"da@example.com"';
    expect(asked).toEqual([
      { action: 'ListUsers', UserPoolId: poolId, Filter },
      { action: 'ListUsers', UserPoolId: poolId, Filter, PaginationToken: 'second' },
      {
        action: 'AdminLinkProviderForUser',
        UserPoolId: poolId,
        DestinationUser: { ProviderName: 'Cognito', ProviderAttributeValue: 'ada' },
        SourceUser: {
          ProviderName: 'Google',
          ProviderAttributeName: 'Cognito_Subject',
          ProviderAttributeValue: '1234',
        },
      },
    ]);
  });

  it('takes a link that an earlier call made for its own, and no other refusal', async () => {
    refusal = 'SourceUser is already linked to DestinationUser';
    const given = event(ada);
    expect(await handler(given)).toBe(given);

    refusal = 'Merging is not currently supported';
    await expect(handler(given)).rejects.toThrow(refusal);
  });

  it.each(['PreSignUp_SignUp', 'PreSignUp_AdminCreateUser'])('asks nothing for %s', async (triggerSource) => {
    const given = event(ada, { triggerSource });
    expect(await handler(given)).toBe(given);
    expect(asked).toEqual([]);
  });
});
