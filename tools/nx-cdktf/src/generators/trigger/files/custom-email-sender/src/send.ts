export interface Message {
  readonly to: string;
  /** What the message is for: `SignUp`, `ForgotPassword`, `AdminCreateUser` and others. */
  readonly occasion: string;
  /** The code; of an invitation, the temporary password; of a warning about a sign-in, nothing. */
  readonly code: string | undefined;
}

export async function send({ to, occasion }: Message): Promise<void> {
  throw new Error(`Write how the message ${occasion} reaches ${to}`);
}
