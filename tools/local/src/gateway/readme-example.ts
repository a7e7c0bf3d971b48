import { type Surface } from '@gatehouse/surface';
import { type Gateway, publishedKeys, startGateway } from './index';

/** Serves what is applied, with an emulator's user pools. */
export async function serveApplied(surface: Surface, emulator: string, stack: string): Promise<Gateway> {
  const gateway = await startGateway({
    surface,
    keys: publishedKeys(emulator),
    functionRoots: [stack],
  });
  console.log(gateway.url);
  return gateway;
}
