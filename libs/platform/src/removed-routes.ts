import { type Surface, type Unknown } from '@gatehouse/surface';

/** What is read of an environment that was written. */
interface Written {
  readonly surface: Pick<Surface<Unknown>, 'apis'>;
}

/**
 * Says what a removed route costs in each API that is written as resources. For the cdktf command line alone, which sets
 * CDKTF_CONTEXT_JSON and shows what is printed: `npx nx deploy` and `npm start` deploy such an API once more by themselves.
 *
 * @see docs/gateway/removed-routes.md
 */
export function printRemovedRoutes(written: readonly Written[], env: NodeJS.ProcessEnv = process.env): void {
  if (env.CDKTF_CONTEXT_JSON === undefined) return;
  for (const [deployment, stacks] of deployments(written)) {
    console.log(
      `${stacks.join(', ')}: a route that you remove stays reachable after cdktf deploy or terraform apply, until you run ` +
        `"terraform apply -replace=${deployment}".\n` +
        `  npx nx deploy does that by itself. An API with definition: 'openapi' needs none of it: docs/gateway/removed-routes.md`,
    );
  }
}

/** Of APIs that are resources, each once, with the stacks of all environments that have it. */
function deployments(written: readonly Written[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { deployments, routes, stack = 'one stack' } of written.flatMap(({ surface }) => surface.apis)) {
    const [deployment] = deployments;
    if (deployment === undefined || !routes.some(({ address }) => !address.includes('#'))) continue;
    found.set(deployment.address, [...(found.get(deployment.address) ?? []), stack]);
  }
  return found;
}
