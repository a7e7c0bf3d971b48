/** What the emulator prints for each code that Cognito would send. */
interface SentCode {
  readonly gatehouse: 'code';
  readonly code: string;
  /** As the CustomMessage trigger names it, e.g. `SignUp`. */
  readonly for: string;
  readonly to: string;
  readonly username: string;
}

/** What the emulator prints for a function that should have sent a code. */
interface FailedSender {
  readonly gatehouse: 'failed';
  /** Source and pool, e.g. `CustomEmailSender_SignUp of eu-west-1_AbCdEf123`. */
  readonly trigger: string;
  readonly name: string;
  readonly message: string;
}

/** Where a name of the CustomMessage trigger does not say what the code is for. */
const USES: Readonly<Record<string, string>> = {
  AdminCreateUser: 'invitation: temporary password',
  Authentication: 'sign-in',
  ForgotPassword: 'forgotten password',
  ResendCode: 'sign-up, sent again',
  SignUp: 'sign-up',
  UpdateUserAttribute: 'a changed address',
  VerifyUserAttribute: 'an address to verify',
};

/** `Code 123456 for ada@example.com: sign-up`, of a line of the emulator that tells a code, or why nobody sent it. */
export function codeLine(line: string): string | undefined {
  if (line.startsWith('{"gatehouse": "failed"')) {
    const { message, name, trigger } = JSON.parse(line) as FailedSender;
    return `${trigger} failed, so its message was not sent: ${name}: ${message}`;
  }
  if (!line.startsWith('{"gatehouse": "code"')) return undefined;
  const { code, for: use, to, username } = JSON.parse(line) as SentCode;
  const who = to === username || /^[0-9a-f-]{36}$/.test(username) ? to : `${username} (${to})`;
  return `Code ${code} for ${who}: ${USES[use] ?? use}`;
}

/** Whether a line of the emulator tells a code; `onCode` gets it as a person reads it. */
export const takesCodes =
  (onCode?: (line: string) => void) =>
  (line: string): boolean => {
    const code = codeLine(line);
    if (code !== undefined) onCode?.(code);
    return code !== undefined;
  };
