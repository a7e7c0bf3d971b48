import { type RestApi } from '@gatehouse/surface';
import { type ServedStage } from './exchange';
import { type Serving } from './handle';
import { unserved } from './integration/backend';
import { type Services } from './services';

/**
 * What a person should know of an API as it is served here: a line for each method that is live though the configuration does not
 * have it, and for what is not as on AWS.
 */
export function notesOf({ api, stages }: Serving, services: Services): readonly string[] {
  if (!api) return [];
  const name = `API ${api.name}`;
  return [
    ...[...stages.values()].flatMap((stage) => notesOfStage(name, api, stage)),
    ...api.routes.flatMap((route) => {
      const what = unserved(route, services);
      return what === undefined
        ? []
        : [`${name}: ${titleOf(route)} answers 501: the local gateway does not serve ${what}.`];
    }),
    ...(api.endpointTypes.includes('PRIVATE')
      ? [`${name} is private: on AWS it answers in VPCs alone. Send x-amzn-vpce-id to be asked as a VPC endpoint is.`]
      : []),
  ];
}

function notesOfStage(name: string, api: RestApi, { deployment, stage }: ServedStage): string[] {
  const at = `${name}, stage ${stage.name}`;
  const gone = onlyIn(deployment.api, api);
  const waiting = onlyIn(api, deployment.api);
  return [
    ...(gone.length > 0
      ? [
          `${at}: live, though the configuration does not have it: ${gone.join(', ')}. A new deployment of the stage ends it.`,
        ]
      : []),
    ...(waiting.length > 0 ? [`${at}: not live before a new deployment of the stage: ${waiting.join(', ')}.`] : []),
    ...(stage.clientCertificateId === undefined
      ? []
      : [`${at}: backends see no client certificate: AWS alone has the key of ${stage.clientCertificateId}.`]),
  ];
}

/** Titles of the methods of one that another does not have. */
function onlyIn(one: RestApi, other: RestApi): string[] {
  const there = new Set(other.routes.map(titleOf));
  return one.routes.map(titleOf).filter((title) => !there.has(title));
}

const titleOf = ({ method, path }: RestApi['routes'][number]): string => `${method} ${path}`;
