import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment } from '@gatehouse/environment';
import { type RestApi, type Surface } from '@gatehouse/surface';
import { strToU8, zipSync } from 'fflate';
import { callerOf, type Emulator } from '../../src/emulator';
import { publishedKeys, startGateway } from '../../src/gateway';
import { aFunction, aSurface, region } from '../../src/gateway/testing/surface';
import { LiveEnvironment } from '../../src/live/running';
import { type Playground, startPlayground } from '../../src/playground';
import { pageOfWorkspace } from '../../src/playground/build/page-of-workspace';
import { sourceOf } from '../../src/playground/source-of';
import { RequestLog } from '../../src/requests-log';
import { apiKeyValues } from '../../src/up/api-keys';
import { cognitoClient } from '../../src/up/aws-clients';
import { runningOf } from '../../src/up/running-of';
import { startFrontDoor } from '../../src/front-door';
import { Aws } from '../gaps/aws';
import { apiOf, usagePlanOf } from './api';
import { type People, makePeople, peopleSurface } from './people';
import { freeOrigin } from './free-origin';

/** A small environment, served with a playground: users, an API, an identity pool. */
export interface Site {
  readonly playground: Playground;
  readonly people: People;
  readonly aws: Aws;
  readonly demo: { readonly username: string; readonly password: string };
  /** What went wrong in the playground's server. */
  readonly problems: string[];
  /** What is served. */
  readonly api: () => RestApi;
  /** Serves another API in its place. */
  reload(change: (api: RestApi) => RestApi): Promise<void>;
  close(): Promise<void>;
}

/** The function says who called it. */
const CODE = (origin: string): string => `
exports.handler = async ({ requestContext }) => ({
  headers: { 'Access-Control-Allow-Origin': '${origin}', 'Content-Type': 'application/json' },
  body: JSON.stringify({ claims: requestContext.authorizer?.claims, identity: requestContext.identity }),
});
`;

const environment = { name: 'local', project: 'gatehouse', region, account: '123456789012' } as Environment;

export async function openSite(emulator: Emulator): Promise<Site> {
  const aws = new Aws(emulator.url);
  const origin = await freeOrigin();
  const people = await makePeople(aws, `${origin}/`);
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-site-'));
  writeFileSync(join(folder, 'reports.zip'), zipSync({ 'index.js': strToU8(CODE(origin)) }));
  const surface = surfaceOf(people, apiOf(people, origin), await usagePlanOf(aws));
  const requests = new RequestLog();
  const gateway = await startGateway({
    ...{ surface, functionRoots: [folder], keys: publishedKeys(emulator.url), onRequest: requests.add },
    apiKeyValue: apiKeyValues(emulator.url, region),
    callerOf: (accessKeyId) => callerOf(emulator.internal, accessKeyId),
    ...{ onAccessLog: () => undefined, onFunctionOutput: () => undefined },
  });
  const frontDoor = await startFrontDoor({ emulator, pools: [people.poolId], onRefusal: () => undefined });
  const cognito = cognitoClient(emulator.url, region);
  const running = await runningOf(
    { ...{ cognito, emulator, environment, frontDoor, gateway, surface }, knownUsers: {}, stacks: [] },
    [],
  );
  const live = new LiveEnvironment(running);
  const problems: string[] = [];
  const playground = await startPlayground({
    ...{ source: sourceOf(live), requests, build: pageOfWorkspace, onProblem: (line) => problems.push(line) },
  });
  return {
    ...{ playground, people, aws, problems, demo: running.pools[0]!.demoUser },
    api: () => live.current.surface.apis[0]!,
    async reload(change) {
      const { surface: before, ...rest } = live.current;
      const now = { ...before, apis: before.apis.map(change) };
      await gateway.reload(now);
      live.replace({ ...rest, surface: now });
    },
    async close() {
      await playground.close();
      await Promise.all([gateway.close(), frontDoor.close()]);
      cognito.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

const surfaceOf = (people: People, api: RestApi, usagePlan: Surface['usagePlans'][number]): Surface =>
  aSurface({
    ...{ apis: [api], usagePlans: [usagePlan], functions: [aFunction()], functionUrls: [] },
    ...peopleSurface(people, api),
  });
