import { synth } from '@gatehouse/testing';
import { UserPool, type UserPoolClient } from '../index';

type Add = (users: UserPool, app: UserPoolClient) => void;

const webAclArn = 'arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/acme/1f6e2a30-5b6c-4d7e-8f90-a1b2c3d4e5f6';
const risks = { compromisedCredentials: { action: 'block' } } as const;

const made = (add: Add) => () =>
  synth((stack) => {
    const users = new UserPool(stack, 'users', { name: 'users' });
    add(users, users.addClient('app', { authFlows: { userSrp: true } }));
  });

const twice = (what: string) =>
  `test/users/second, ${what}: expected only one of this user pool, or of this client, found "test/users/first, which is there already". Merge the two`;

describe('what AWS keeps one of', () => {
  it.each<[string, Add]>([
    [
      'web ACL',
      (users) => {
        for (const id of ['first', 'second']) users.addWebAcl(id, { webAclArn });
      },
    ],
    [
      'risk configuration',
      (users) => {
        for (const id of ['first', 'second']) users.addRiskConfiguration(id, risks);
      },
    ],
    [
      'risk configuration',
      (users, client) => {
        for (const id of ['first', 'second']) users.addRiskConfiguration(id, { ...risks, client });
      },
    ],
  ])('is refused a second time: a %s', (what, add) => {
    expect(made(add)).toThrow(twice(what));
  });

  it('is one of the pool beside one of each client', () => {
    expect(
      made((users, client) => {
        users.addRiskConfiguration('risks', risks);
        users.addRiskConfiguration('app risks', { ...risks, client });
      }),
    ).not.toThrow();
  });

  it('is one style of the pool, whichever domain it was added to', () => {
    const css = '.banner-customizable { padding: 0; }';
    expect(
      made((users) => {
        users.addDomain('prefix', { prefix: 'acme' }).addClassicStyle('style', { css });
        const certificateArn = 'arn:aws:acm:us-east-1:111111111111:certificate/a';
        users.addDomain('own', { domainName: 'auth.acme.com', certificateArn }).addClassicStyle('style', { css });
      }),
    ).toThrow('test/users/own/style, style: expected only one of this user pool');
  });
});
