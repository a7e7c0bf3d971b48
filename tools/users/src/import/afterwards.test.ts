import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { bringRest } from './afterwards';

/** Cognito that refuses each link in this way, and nothing else. */
function refusing(name: string, message: string) {
  const asked: string[] = [];
  const send = async ({ constructor: { name: command } }: object) => {
    asked.push(command.replace(/^Admin(.*)Command$/, '$1'));
    if (command === 'AdminLinkProviderForUserCommand') throw Object.assign(new Error(message), { name });
  };
  return { asked, cognito: { send } as unknown as CognitoIdentityProviderClient };
}

const cyd = {
  username: 'cyd',
  groups: ['editors'],
  disabled: true,
  identities: [{ providerName: 'Google', userId: '1234' }],
};

const bring = ({ cognito }: ReturnType<typeof refusing>) => bringRest(cognito, 'eu-west-1_New', cyd);

describe('an identity that cannot be linked', () => {
  it('is left as it is, with what Cognito says, and the user is disabled all the same', async () => {
    const aws = refusing('AliasExistsException', 'Of another user.');
    expect(await bring(aws)).toEqual({ found: true, unlinked: ['AliasExistsException: Of another user.'] });
    expect(aws.asked).toEqual(['AddUserToGroup', 'LinkProviderForUser', 'DisableUser']);
  });

  it('is none where an import before has linked it to the user', async () => {
    const aws = refusing('InvalidParameterException', 'SourceUser is already linked to DestinationUser');
    expect(await bring(aws)).toEqual({ found: true, unlinked: [] });
  });

  it('ends the import where AWS refuses for another reason', async () => {
    await expect(bring(refusing('AccessDeniedException', 'No.'))).rejects.toThrow('No.');
  });
});
