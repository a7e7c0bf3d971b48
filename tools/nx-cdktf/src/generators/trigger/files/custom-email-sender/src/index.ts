import { type CustomEmailSenderTriggerEvent } from 'aws-lambda';
import { decryptCode } from './decrypt-code';
import { send } from './send';

/** Sends every e-mail of the pool in Cognito's place, which waits for no answer. */
export async function handler({ request, triggerSource }: CustomEmailSenderTriggerEvent): Promise<void> {
  const attributes: Partial<Record<string, string>> = { ...request.userAttributes };
  if (attributes.email === undefined) throw new Error(`${triggerSource}: the user has no email`);
  const [, occasion = ''] = triggerSource.split('_');
  const code = request.code === null ? undefined : await decryptCode(request.code);
  await send({ to: attributes.email, occasion, code: occasion === 'AdminCreateUser' ? unescaped(code) : code });
}

/** Cognito escapes a temporary password as HTML. */
const unescaped = (text: string | undefined): string | undefined =>
  text
    ?.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
