import { startFrontDoor } from '../../src/front-door';
import { through } from '../front-door/provider';
import { Visitor } from '../front-door/visitor';
import { type KitchenSink } from './sink';

/** Signs a person with these claims in at a provider; what the application gets. */
export type SignInElsewhere = (provider: string, person: object) => Promise<URLSearchParams>;

/** Serves the sign-in pages of an applied pool as `npm start` does, with a stand-in for each provider. */
export async function withProviders<T>(
  sink: KitchenSink,
  pool: { readonly poolId: string; readonly clientId: string },
  use: (signIn: SignInElsewhere, url: string) => Promise<T>,
): Promise<T> {
  const { clientId, poolId } = pool;
  const front = await startFrontDoor({ emulator: sink.emulator, pools: [poolId], onRefusal: () => undefined });
  const door = { web: { id: clientId, secret: '' }, visitor: () => new Visitor(front.urlOf(poolId)) };
  try {
    return await use(async (provider, person) => {
      const { params } = await through(door, { ...person }, { identity_provider: provider });
      return params;
    }, front.urlOf(poolId));
  } finally {
    await front.close();
  }
}
