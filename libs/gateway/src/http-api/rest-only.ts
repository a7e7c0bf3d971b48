import { check } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type RestApiProps } from '../guarded-api';
import { type RouteOptions } from '../rest-api';
import { type StageOptions } from '../stage/stage';

const ofApis = ['apiKeySource', 'binaryMediaTypes', 'endpoint', 'minimumCompressionBytes', 'policy'] as const;
const ofStages = ['cache', 'canary', 'clientCertificate', 'loggingLevel', 'tracing'] as const;
const ofRoutes = [
  'apiKeyRequired',
  'body',
  'cached',
  'cacheNamespace',
  'cacheTtlSeconds',
  'loggingLevel',
  'requestParameters',
] as const;

/** Values that say that there is none. */
const none: readonly unknown[] = [undefined, false, 'OFF'];

/**
 * What only REST APIs have would be left out in silence, and a limit on callers with it: synthesis does not check types, and types do
 * not see what a variable holds besides.
 *
 * @throws ConstructError for a prop of REST APIs that says something.
 */
export function checkNoRestProps(api: IConstruct, props: { readonly stage?: object }): void {
  refuse(api, '', props, ofApis satisfies readonly (keyof RestApiProps)[]);
  refuse(api, 'stage.', props.stage ?? {}, ofStages satisfies readonly (keyof StageOptions)[]);
}

/** @throws ConstructError for an option of routes of REST APIs that says something. */
export function checkNoRestOptions(api: IConstruct, key: string, options: object): void {
  refuse(api, `${key}, `, options, ofRoutes satisfies readonly (keyof RouteOptions)[]);
}

function refuse(api: IConstruct, before: string, given: object, names: readonly string[]): void {
  for (const name of names) {
    const found = (given as Readonly<Record<string, unknown>>)[name];
    check(api, none.includes(found), {
      prop: `${before}${name}`,
      expected: 'nothing, because HTTP APIs have no such option',
      found,
      fix: 'Remove it, or use a RestApi',
    });
  }
}
