// What the triggers of the pools under test do. A user's name says how the function fails.
exports.handler = async (event) => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_ENDPOINT_URL: endpoint } = process.env;
  console.log(JSON.stringify({ ...event, aws: { accessKeyId, endpoint } }));
  const { request, response, triggerSource } = event;
  const [trigger, occasion] = triggerSource.split('_');
  const who = request.userAttributes?.email ?? event.userName;
  const mode = who.split('@')[0].split('+')[1];
  if (mode === `throws-${trigger}`) throw new Error(`no ${who}`);
  if (mode === `exits-${trigger}`) process.exit(1);
  if (mode === `hangs-${trigger}`) return new Promise(() => setInterval(() => undefined, 1000));
  if (mode === `nonsense-${trigger}`) return { statusCode: 200 };
  answers[trigger]?.(request, response, occasion, mode);
  return event;
};

const answers = {
  PreSignUp: (_request, response, _occasion, mode) => {
    if (mode === 'auto') Object.assign(response, { autoConfirmUser: true, autoVerifyEmail: true });
  },
  CustomMessage: ({ codeParameter, usernameParameter }, response, occasion, mode) => {
    if (mode === 'codeless') response.emailMessage = 'nothing';
    else response.emailMessage = `${occasion}: ${codeParameter} for ${usernameParameter ?? 'you'}`;
    response.emailSubject = `Subject of ${occasion}`;
  },
  TokenGeneration: ({ scopes }, response, occasion, mode) => {
    if (occasion === 'ClientCredentials') {
      const accessTokenGeneration = {
        claimsToAddOrOverride: { tier: 'gold', sub: 'x' },
        scopesToSuppress: ['reports/write'],
      };
      response.claimsAndScopeOverrideDetails = { accessTokenGeneration };
    } else if (scopes === undefined) {
      response.claimsOverrideDetails = {
        claimsToAddOrOverride: mode === 'number' ? { age: 1 } : { tenant: 'acme', occasion, sub: 'x', both: 'y' },
        claimsToSuppress: ['given_name', 'both'],
        ...(mode === 'grouped' && { groupOverrideDetails: { groupsToOverride: ['made-up'] } }),
      };
    } else {
      response.claimsAndScopeOverrideDetails = {
        idTokenGeneration: { claimsToAddOrOverride: { cart: { items: [1, 2] } } },
        accessTokenGeneration: {
          claimsToAddOrOverride: { tenant: ['acme'], aud: 'another' },
          scopesToAdd: ['orders/read'],
          scopesToSuppress: ['aws.cognito.signin.user.admin'],
        },
        groupOverrideDetails: { groupsToOverride: ['made-up'] },
      };
    }
  },
  UserMigration: (request, response, occasion) => {
    if (request.password !== undefined && request.password !== null && request.password !== 'Old-horse-battery-9')
      throw new Error('wrong password elsewhere');
    response.userAttributes = {
      email: who(request) ?? 'moved@example.com',
      email_verified: 'true',
      given_name: 'Moved',
    };
    response.messageAction = 'SUPPRESS';
    if (occasion === 'Authentication') response.finalUserStatus = 'CONFIRMED';
  },
  DefineAuthChallenge: ({ session, userNotFound }, response) => {
    const right = session.filter(
      ({ challengeName, challengeResult }) => challengeName === 'CUSTOM_CHALLENGE' && challengeResult,
    );
    response.issueTokens = right.length === 2 && !userNotFound;
    response.failAuthentication = session.length > 4;
    response.challengeName =
      session[0]?.challengeName === 'SRP_A' && session.length === 1 ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE';
  },
  CreateAuthChallenge: ({ session }, response) => {
    response.publicChallengeParameters = { question: `riddle ${session.length}` };
    response.privateChallengeParameters = { answer: `answer ${session.length}` };
    response.challengeMetadata = `RIDDLE_${session.length}`;
  },
  VerifyAuthChallengeResponse: ({ challengeAnswer, privateChallengeParameters }, response) => {
    response.answerCorrect = challengeAnswer === privateChallengeParameters.answer;
  },
};

const who = ({ clientMetadata }) => clientMetadata?.email;
