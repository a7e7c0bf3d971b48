import { data } from '../../testing/fixture.json';
import { type PlaygroundData } from '../contract';
import { principalsOf } from './principals';

const { identityPools, principals, userPools } = data as unknown as PlaygroundData;
const poolId = userPools[0]!.id;
const clientId = userPools[0]!.clients[0]!.id;

const kinds = (way: 'SRP' | 'sign-in page', client = clientId) => {
  const own = principalsOf({ identityPools, principals, userPools }, { poolId, clientId: client, way });
  return principals
    .filter(({ id }) => own.has(id))
    .map(({ clientId: by, kind }) => (by ? `${kind} of the client` : kind));
};

it('a person is those whom the tokens and the credentials make', () => {
  expect(kinds('SRP')).toEqual(['id-token', 'access-token', 'signed-in']);
  expect(kinds('sign-in page')).toEqual(['id-token', 'access-token of the client', 'signed-in']);
});

it('a client that no identity pool takes gives no AWS credentials', () => {
  expect(kinds('SRP', 'another')).toEqual(['id-token', 'access-token']);
});

it('no one is signed in at first', () => {
  expect(principalsOf({ identityPools, principals, userPools }, undefined).size).toBe(0);
});
