import { getCredentials } from '../aws/credentials';
import { machineToken } from '../cognito/machine';
import { type PlaygroundData, type Route, type TokenAsk } from '../contract';
import { askToken } from '../server/client';
import { type Session } from '../session/session';
import { type Carried } from './shown';

type Make = () => Promise<Carried>;

export type Sources = ReturnType<typeof sources>;

/** Where tokens and AWS credentials come from. */
export function sources(data: PlaygroundData, session: Session | undefined) {
  const { cognitoEndpoint: endpoint, environment, userPools } = data;
  const { region } = environment;

  const idToken: Make = async () => ({ token: session?.tokens.idToken ?? '' });
  const accessToken: Make = async () => ({ token: session?.tokens.accessToken ?? '' });

  const machine = async (clientId: string): Promise<Carried> => {
    const client = userPools.flatMap(({ machineClients }) => machineClients).find(({ id }) => id === clientId);
    if (client === undefined) throw new Error(`Client ${clientId} is not there any more.`);
    return { token: await machineToken(client) };
  };

  const guest = async (identityPoolId: string): Promise<Carried> => ({
    signer: await getCredentials({ endpoint, region, identityPoolId }),
  });

  const signedIn = async (identityPoolId: string): Promise<Carried> => {
    const provider = userPools.find(({ id }) => id === session?.poolId)?.provider ?? '';
    const logins = { [provider]: session?.tokens.idToken ?? '' };
    return { signer: await getCredentials({ endpoint, region, identityPoolId }, logins) };
  };

  const wrongSecret = async (identityPoolId: string): Promise<Carried> => {
    const { signer } = await guest(identityPoolId);
    return signer ? { signer: { ...signer, secretAccessKey: `${signer.secretAccessKey.slice(0, -4)}XXXX` } } : {};
  };

  /** The same token, but for one thing. */
  const wrong = async (good: Make, but: TokenAsk['but']): Promise<Carried> => {
    const { token = '' } = await good();
    return { token: (await askToken({ token, but })).token };
  };

  /** What comes nearest to the right token: that of a person, else that of a machine. */
  const goodFor = ({ scopes }: Route): Make | undefined => {
    const able = userPools.flatMap(({ machineClients }) => machineClients);
    const fits = able.find((client) => scopes.some((scope) => client.scopes.includes(scope)));
    if (scopes.length > 0 && fits) return () => machine(fits.id);
    if (session) return scopes.length > 0 ? accessToken : idToken;
    const [any] = able;
    return any && (() => machine(any.id));
  };

  return { idToken, accessToken, machine, guest, signedIn, wrongSecret, wrong, goodFor };
}
