import type { Canary, Located, Stage, Unknown } from '../model';
import { optional } from '../optional';
import type { Api } from '../access/api';

/** A stage of either generation, in the same words. */
export interface AnyStage extends Located {
  readonly api: Api;
  readonly name: string | Unknown;
  readonly hasAccessLog: boolean;
  readonly accessLog?: Stage<Unknown>['accessLog'];
  /** A change of the API is live at once; of HTTP and WebSocket APIs. */
  readonly deploysItself?: true;
  readonly webAclArn?: string | Unknown;
  /** Absent where the stage deploys itself. */
  readonly deploymentId?: string | Unknown;
  /** REST only. */
  readonly canary?: Canary<Unknown>;
  readonly settings: readonly StageSettings[];
}

/** Settings of all routes of a stage, or of one. */
export interface StageSettings extends Located {
  /** `*` + `/` + `*`, `reports/GET`, or a route key. */
  readonly route: string | Unknown;
  readonly rate?: number | Unknown;
  readonly burst?: number | Unknown;
  /** REST only. */
  readonly loggingLevel?: 'OFF' | 'ERROR' | 'INFO' | Unknown;
}

export const ALL_ROUTES = '*/*';

export function stagesOf(api: Api): AnyStage[] {
  if (api.kind === 'REST') {
    return api.api.stages.map(({ accessLog, methodSettings, ...stage }) => ({
      ...stage,
      api,
      hasAccessLog: accessLog !== undefined,
      ...optional('accessLog', accessLog),
      settings: methodSettings.map(({ methodPath, throttleRate, throttleBurst, ...settings }) => ({
        ...settings,
        route: methodPath,
        rate: throttleRate,
        burst: throttleBurst,
      })),
    }));
  }
  return api.api.stages.map(({ accessLog, routeSettings, autoDeploy, ...stage }) => ({
    ...stage,
    api,
    hasAccessLog: accessLog !== undefined,
    ...optional('accessLog', accessLog),
    ...(autoDeploy === true ? { deploysItself: true as const } : {}),
    settings: routeSettings.map(({ routeKey, throttleRate, throttleBurst }) => ({
      address: stage.address,
      stack: stage.stack,
      route: routeKey ?? ALL_ROUTES,
      rate: throttleRate,
      burst: throttleBurst,
    })),
  }));
}

/** A setting as it holds for a route: its own where it has one, else that of all routes. */
export function settingOf<T>(
  { settings }: AnyStage,
  route: string | Unknown,
  read: (settings: StageSettings) => T | undefined,
): T | undefined {
  const own = settings.find((each) => each.route === route);
  const value = own && read(own);
  if (value !== undefined) return value;
  const all = settings.find((each) => each.route === ALL_ROUTES);
  return all && read(all);
}
