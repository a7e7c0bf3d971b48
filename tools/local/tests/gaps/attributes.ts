import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom, type Made } from './gap';
import { accessToken, invite, PASSWORD, poolWith, refusal } from './sign-in-kit';

const gap = identityGapsFrom(poolWith());
const update = source.userPools('UpdateUserAttributes');
const next = 'ada.lovelace@example.com';

const attributesOf = async (aws: Aws, { UserPoolId, email }: Made, Username = email) => {
  const { UserAttributes } = await aws.idp('AdminGetUser', { UserPoolId, Username });
  return Object.fromEntries(UserAttributes.map(({ Name, Value }: { Name: string; Value: string }) => [Name, Value]));
};
const change = async (aws: Aws, made: Made, Name: string, Value: string) =>
  aws.publicIdp('UpdateUserAttributes', {
    AccessToken: await accessToken(aws, made),
    UserAttributes: [{ Name, Value }],
  });

/** A custom attribute of two to three characters, or of that value. */
const typed = (AttributeDataType: string, Name: string) => ({
  Name,
  AttributeDataType,
  Mutable: true,
  ...(AttributeDataType === 'String' && { StringAttributeConstraints: { MinLength: '2', MaxLength: '3' } }),
  ...(AttributeDataType === 'Number' && { NumberAttributeConstraints: { MinValue: '2', MaxValue: '3' } }),
});

/** Attributes that users change, and the codes that verify them. */
export const attributes: IdentityGap[] = [
  identityGapsFrom(poolWith({ UsernameAttributes: undefined, AliasAttributes: ['email'] }, {}, 'ada'))(
    'An alias belongs to one user: ConfirmSignUp refuses a second, unless forced',
    source.cognitoGuide('user-pool-settings-attributes'),
    async (aws, made) => {
      const UserAttributes = [{ Name: 'email', Value: next }];
      const verified = [...UserAttributes, { Name: 'email_verified', Value: 'true' }];
      await invite(aws, made, 'first', { MessageAction: 'SUPPRESS', UserAttributes: verified });
      await aws.publicIdp('SignUp', { ClientId: made.app, Username: 'second', Password: PASSWORD, UserAttributes });
      const ConfirmationCode = await aws.code('second', 'SignUp');
      const send = (more: object) =>
        aws.publicIdp('ConfirmSignUp', { ClientId: made.app, Username: 'second', ConfirmationCode, ...more });
      await expect(send({})).rejects.toMatchObject(refusal('AliasExists', 'An account with the email already exists.'));
      await send({ ForceAliasCreation: true });
      expect((await attributesOf(aws, made, 'first')).email_verified).toBe('false');
      expect((await aws.idp('AdminGetUser', { UserPoolId: made.UserPoolId, Username: next })).Username).toBe('second');
    },
  ),
  gap('UpdateUserAttributes: a new address is not verified, and is sent a code', update, async (aws, made) => {
    const AccessToken = await accessToken(aws, made);
    const UserAttributes = [{ Name: 'email', Value: next }];
    const { CodeDeliveryDetailsList } = await aws.publicIdp('UpdateUserAttributes', { AccessToken, UserAttributes });
    expect(CodeDeliveryDetailsList).toEqual([
      { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' },
    ]);
    expect(await attributesOf(aws, made, next)).toMatchObject({ email: next, email_verified: 'false' });
    const verify = (Code: string) =>
      aws.publicIdp('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });
    await expect(verify('wrong')).rejects.toMatchObject(refusal('CodeMismatch'));
    await verify(await aws.code(next, 'UpdateUserAttribute'));
    expect(await attributesOf(aws, made, next)).toMatchObject({ email_verified: 'true' });
  }),
  gap(
    'UpdateUserAttributes: the old address stays until the new one is verified, where the pool says so',
    update,
    async (aws, made) => {
      const { UserPoolId } = made;
      const UserAttributeUpdateSettings = { AttributesRequireVerificationBeforeUpdate: ['email'] };
      await aws.idp('UpdateUserPool', { UserPoolId, AutoVerifiedAttributes: ['email'], UserAttributeUpdateSettings });
      const AccessToken = await accessToken(aws, made);
      await change(aws, made, 'email', next);
      expect(await attributesOf(aws, made)).toMatchObject({ email: made.email, email_verified: 'true' });
      const Code = await aws.code(next, 'UpdateUserAttribute');
      await aws.publicIdp('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });
      expect(await attributesOf(aws, made, next)).toMatchObject({ email: next, email_verified: 'true' });
    },
  ),
  gap('UpdateUserAttributes: refuses the address of another user', update, async (aws, made) => {
    await invite(aws, made, next, { MessageAction: 'SUPPRESS' });
    await expect(change(aws, made, 'email', next)).rejects.toMatchObject(
      refusal('AliasExists', 'An account with the email already exists.'),
    );
  }),
  gap('UpdateUserAttributes: refuses what only a code verifies', update, async (aws, made) => {
    await expect(change(aws, made, 'phone_number_verified', 'true')).rejects.toMatchObject(
      refusal('NotAuthorized', 'A client attempted to write unauthorized attribute'),
    );
  }),
  identityGapsFrom(
    poolWith({ Schema: [typed('String', 'tenant'), typed('Number', 'seats'), typed('Boolean', 'beta')] }),
  )(
    'Attributes: a value has the type of its attribute, and is within its limits',
    source.userPools('SchemaAttributeType'),
    async (aws, made) => {
      const wrong = [
        ['custom:tenant', 'a'],
        ['custom:tenant', 'abcd'],
        ['custom:seats', 'many'],
        ['custom:seats', '1'],
        ['custom:seats', '4'],
        ['custom:beta', 'maybe'],
      ] as const;
      for (const [name, value] of wrong) {
        await expect(change(aws, made, name, value)).rejects.toMatchObject(refusal('InvalidParameter'));
      }
      await change(aws, made, 'custom:tenant', 'abc');
      await change(aws, made, 'custom:seats', '2.5');
      await change(aws, made, 'custom:beta', 'true');
      expect(await attributesOf(aws, made)).toMatchObject({ 'custom:seats': '2.5', 'custom:beta': 'true' });
    },
  ),
  gap('GetUserAttributeVerificationCode', source.userPools('GetUserAttributeVerificationCode'), async (aws, made) => {
    const AccessToken = await accessToken(aws, made);
    await aws.idp('AdminUpdateUserAttributes', {
      UserPoolId: made.UserPoolId,
      Username: made.email,
      UserAttributes: [{ Name: 'phone_number', Value: '+15550199' }],
    });
    expect(await attributesOf(aws, made)).toMatchObject({ phone_number_verified: 'false' });
    const AttributeName = 'phone_number';
    const asked = await aws.publicIdp('GetUserAttributeVerificationCode', { AccessToken, AttributeName });
    expect(asked.CodeDeliveryDetails).toEqual({ AttributeName, DeliveryMedium: 'SMS', Destination: '+*******0199' });
    const Code = await aws.code(made.email!, 'VerifyUserAttribute');
    await aws.wait(86_401);
    await expect(aws.publicIdp('VerifyUserAttribute', { AccessToken, AttributeName, Code })).rejects.toMatchObject(
      refusal('ExpiredCode'),
    );
  }),
  gap('DeleteUserAttributes', source.userPools('DeleteUserAttributes'), async (aws, made) => {
    await change(aws, made, 'nickname', 'Countess');
    const AccessToken = await accessToken(aws, made);
    await aws.publicIdp('DeleteUserAttributes', { AccessToken, UserAttributeNames: ['nickname'] });
    expect(await attributesOf(aws, made)).not.toHaveProperty('nickname');
  }),
];
