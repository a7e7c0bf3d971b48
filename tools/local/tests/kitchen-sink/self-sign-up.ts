import {
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoUserAttribute, CognitoUserPool } from 'amazon-cognito-identity-js';
import { startFrontDoor } from '../../src/front-door';
import { Visitor } from '../front-door/visitor';
import { claims } from '../gaps/user-pool';
import { type Behaviour } from './behaviour';
import { signInByLibrary, withoutSecondFactor } from './people';
import { type KitchenSink, PASSWORD } from './sink';

const signUp = (sink: KitchenSink, Username: string, Password?: string) =>
  sink.sdk.send(new SignUpCommand({ ClientId: sink.text('joining_client_id'), Username, Password }));

const begin = (sink: KitchenSink, AuthFlow: 'USER_AUTH' | 'USER_PASSWORD_AUTH', asked: Record<string, string>) =>
  sink.sdk.send(new InitiateAuthCommand({ ClientId: sink.text('joining_client_id'), AuthFlow, AuthParameters: asked }));

/** Where the link of the newest e-mail leads. */
async function linkOf(sink: KitchenSink, username: string): Promise<URL> {
  const { message, subject } = await sink.codeOf(username);
  expect(subject).toBe('Your link');
  const [, href = ''] = /^Please <a href="([^"]*)">confirm your address<\/a>\.$/.exec(message ?? '') ?? [];
  return new URL(href.replaceAll('&amp;', '&'));
}

export const selfSignUpBehaviours: readonly Behaviour[] = [
  {
    name: 'a person signs up with a phone number alone, and signs in with a code by SMS (AWS SDK)',
    prove: async (sink) => {
      const [ClientId, Username] = [sink.text('joining_client_id'), sink.newPhone()];
      const { CodeDeliveryDetails } = await signUp(sink, Username);
      expect(CodeDeliveryDetails).toMatchObject({ AttributeName: 'phone_number', DeliveryMedium: 'SMS' });
      const ConfirmationCode = (await sink.codeOf(Username)).code;
      await sink.sdk.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));

      const asked = await begin(sink, 'USER_AUTH', { USERNAME: Username, PREFERRED_CHALLENGE: 'SMS_OTP' });
      expect(asked.ChallengeName).toBe('SMS_OTP');
      const answer = { ClientId, ChallengeName: asked.ChallengeName, Session: asked.Session };
      const ChallengeResponses = { USERNAME: Username, SMS_OTP_CODE: (await sink.codeOf(Username)).code };
      const { AuthenticationResult } = await sink.sdk.send(
        new RespondToAuthChallengeCommand({ ...answer, ChallengeResponses }),
      );
      const verified = { phone_number: Username, phone_number_verified: true };
      expect(claims(AuthenticationResult!.IdToken!)).toMatchObject(verified);
    },
  },
  {
    name: 'a person signs up with a phone number and a password, and signs in by SRP (amazon-cognito-identity-js)',
    prove: async (sink) => {
      const phone = sink.newPhone();
      const [UserPoolId, ClientId] = [sink.text('joining_pool_id'), sink.text('joining_client_id')];
      const pool = new CognitoUserPool({ UserPoolId, ClientId, endpoint: sink.emulator.url });
      await new Promise<void>((resolve, reject) => {
        const attributes = [new CognitoUserAttribute({ Name: 'name', Value: 'Ann' })];
        pool.signUp(phone, PASSWORD, attributes, [], async (error, made) => {
          if (error || !made) return reject(error as Error);
          const { code } = await sink.codeOf(phone);
          made.user.confirmRegistration(code, false, (failed: unknown) =>
            failed ? reject(failed as Error) : resolve(),
          );
        });
      });
      const session = await signInByLibrary(sink, phone, withoutSecondFactor, { UserPoolId, ClientId });
      expect(session.getIdToken().decodePayload()).toMatchObject({ phone_number: phone, name: 'Ann' });
    },
  },
  {
    name: 'a person signs up with an address, opens the link of the e-mail, and signs in (AWS SDK)',
    prove: async (sink) => {
      const [poolId, USERNAME] = [sink.text('joining_pool_id'), sink.newEmail()];
      const front = await startFrontDoor({ emulator: sink.emulator, pools: [poolId], onRefusal: () => undefined });
      try {
        await signUp(sink, USERNAME, PASSWORD);
        const signIn = () => begin(sink, 'USER_PASSWORD_AUTH', { USERNAME, PASSWORD });
        await expect(signIn()).rejects.toMatchObject({ name: 'UserNotConfirmedException' });
        const { pathname, search } = await linkOf(sink, USERNAME);
        const seen = await new Visitor(front.urlOf(poolId)).get(pathname + search);
        expect([seen.status, seen.body]).toEqual([200, expect.stringContaining('Your account is confirmed')]);
        const { AuthenticationResult } = await signIn();
        expect(claims(AuthenticationResult!.IdToken!)).toMatchObject({ email: USERNAME, email_verified: true });
      } finally {
        await front.close();
      }
    },
  },
];
