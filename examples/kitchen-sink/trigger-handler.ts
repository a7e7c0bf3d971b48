import { type Context } from 'aws-lambda';

interface Event {
  readonly triggerSource: string;
  readonly userName: string;
  readonly request: {
    readonly password?: string;
    readonly challengeAnswer?: string;
    readonly session?: readonly Round[];
  };
  readonly response: object;
}

interface Round {
  readonly challengeResult: boolean;
}

/** Prints each event, and answers as little as the trigger asks for. */
export async function handler(event: Event, _context: Context): Promise<Event> {
  console.log(JSON.stringify(event));
  const [trigger = ''] = event.triggerSource.split('_');
  Object.assign(event.response, answers[trigger]?.(event.request));
  return event;
}

const answers: Readonly<Record<string, (request: Event['request']) => object>> = {
  DefineAuthChallenge: ({ session = [] }) => ({
    challengeName: 'CUSTOM_CHALLENGE',
    issueTokens: session.at(-1)?.challengeResult === true,
    failAuthentication: session.length > 2,
  }),
  CreateAuthChallenge: () => ({
    publicChallengeParameters: { question: 'What is the answer?' },
    privateChallengeParameters: { answer: '42' },
  }),
  VerifyAuthChallengeResponse: ({ challengeAnswer }) => ({ answerCorrect: challengeAnswer === '42' }),
  UserMigration: ({ password }) => {
    if (password !== 'Old-horse-battery-9') throw new Error('unknown elsewhere');
    return { userAttributes: { email_verified: 'true' }, finalUserStatus: 'CONFIRMED', messageAction: 'SUPPRESS' };
  },
};
