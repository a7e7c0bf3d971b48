import { requiredOf } from '../../cognito/required-attributes';
import { isWhole, knownItems } from '../../model/lists';
import { poolFinder } from '../../model/pool-member';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const NEVER = ['email_verified', 'phone_number_verified', 'sub'];

export const attributeNotWritable = refusalRule({
  id: 'attribute-not-writable',
  severity: 'high',
  title: 'Write attributes that Cognito refuses',
  why: 'Cognito alone says whether an address is verified, and every client must be able to write what the pool requires of a user.',
  remediation:
    'Remove *_verified and sub from writeAttributes (write_attributes), and add the required attributes of the pool.',
  page: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html',
  find: (surface) => {
    const poolOf = poolFinder(surface);
    return violations('app client', surface.clients, (client) => {
      const { writeAttributes } = client;
      const never = knownItems(writeAttributes).filter((name) => NEVER.includes(name));
      // None: nothing is written, so the client writes every standard attribute.
      const missing =
        isWhole(writeAttributes) && writeAttributes.length > 0
          ? requiredOf(poolOf(client)).filter((name) => !writeAttributes.includes(name))
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
