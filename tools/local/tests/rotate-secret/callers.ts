import { type FrontDoor } from '../../src/front-door';
import { type Emulator } from '../../src/emulator';

export interface Credentials {
  readonly client_id: string;
  readonly client_secret: string;
}

/** As an application gets them at each call. */
export async function storedCredentials({ url }: Emulator, SecretId: string): Promise<Credentials> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'secretsmanager.GetSecretValue',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/secretsmanager/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ SecretId }),
  });
  const { SecretString } = (await response.json()) as { SecretString: string };
  return JSON.parse(SecretString) as Credentials;
}

/** The answer of the token endpoint to a machine: 200, or the error. */
export async function askForToken(front: FrontDoor, poolId: string, credentials: Credentials): Promise<string> {
  const { client_id: id, client_secret: secret } = credentials;
  const response = await fetch(`${front.urlOf(poolId)}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const { access_token, error } = (await response.json()) as { access_token?: string; error?: string };
  return access_token === undefined ? String(error) : 'token';
}

/** Asks again and again until `work` is done, and lists each different answer once. */
export async function answersDuring(ask: () => Promise<string>, work: () => Promise<void>): Promise<string[]> {
  const answers = [await ask()];
  let done = false;
  const asking = (async () => {
    while (!done) answers.push(await ask());
  })();
  await work().finally(() => (done = true));
  await asking;
  answers.push(await ask());
  return [...new Set(answers)];
}
