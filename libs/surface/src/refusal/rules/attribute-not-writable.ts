import type { Unknown, UserPool } from '../../model';
import { isWhole, knownItems } from '../../model/lists';
import { placeOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const NEVER = ['email_verified', 'phone_number_verified', 'sub'];

export const attributeNotWritable = refusalRule({
  id: 'attribute-not-writable',
  severity: 'high',
  title: 'Write attributes that Cognito refuses',
  why: 'Cognito alone says whether an address is verified, and every client must be able to write what the pool requires of a user.',
  remediation: 'Remove *_verified and sub from write_attributes, and add the required attributes of the pool.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  find: ({ clients, userPools }) => {
    const pools = new Map(userPools.map((pool) => [placeOf(pool), pool]));
    return violations('app client', clients, (client) => {
      const { writeAttributes, userPool } = client;
      const never = knownItems(writeAttributes).filter((name) => NEVER.includes(name));
      const pool = userPool === undefined ? undefined : pools.get(placeOf({ ...client, address: userPool }));
      // None: nothing is written, so the client writes every standard attribute.
      const missing =
        isWhole(writeAttributes) && writeAttributes.length > 0
          ? requiredOf(pool).filter((name) => !writeAttributes.includes(name))
          : [];
      return [
        { when: never.length > 0, message: `Cognito refuses ${never.join(', ')} in write_attributes.` },
        {
          when: missing.length > 0,
          message: `Cognito refuses write_attributes without ${missing.join(', ')}, which the pool requires of every user.`,
        },
      ];
    });
  },
});

const requiredOf = (pool: UserPool<Unknown> | undefined): readonly string[] =>
  knownItems(pool?.attributes ?? []).flatMap(({ name, required }) =>
    required === true && typeof name === 'string' ? [name] : [],
  );
