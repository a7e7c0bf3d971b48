import { type SynthesizedStack } from '@gatehouse/testing';
import { type Construct } from 'constructs';
import { Auth, type DefinitionKind, Integration, type RestApi, type RestApiProps, type RouteKey } from '../src/index';
import { synthApi } from './api';

/** Another value of an option, and whether it reaches callers only with a new deployment. */
export interface Change<Options> {
  readonly deploys: boolean;
  readonly to: Partial<Options>;
}

/** Of every option: a new one does not compile until it is here. */
export type Changes<Options> = { readonly [Option in keyof Required<Options>]: Change<Options> };

export const deploys = <Options>(to: Partial<Options>): Change<Options> => ({ deploys: true, to });
export const stays = <Options>(to: Partial<Options>): Change<Options> => ({ deploys: false, to });

/** What makes new deployments: of the stage, and of its canary. */
export const triggersIn = ({ resource }: Pick<SynthesizedStack, 'resource'>): string =>
  JSON.stringify(
    Object.entries(resource.aws_api_gateway_deployment ?? {}).map(([name, { triggers }]) => [name, triggers]),
  );

/** A part of an API, and what its options do. */
export interface Part {
  readonly changes: Readonly<Record<string, Change<object>>>;
  /** What makes new deployments of an API with it, without and with a change. */
  readonly triggers: (definition: DefinitionKind, change?: object) => string;
}

const auth = Auth.public('a test');

/**
 * @param given options of the part, before the change
 * @param build adds the part to an API that has one route
 */
export function partOf<Options extends object>(
  given: Options,
  changes: Changes<Options>,
  build: (api: RestApi, options: Options, scope: Construct) => void,
  props: (options: Options) => Partial<RestApiProps> = () => ({}),
): Part {
  const triggers: Part['triggers'] = (definition, change) => {
    const options = { ...given, ...change };
    const add = (api: RestApi, scope: Construct) => {
      api.addRoute('GET /', { auth, integration: Integration.mock() });
      build(api, options, scope);
    };
    return triggersIn(synthApi(add, { definition, ...props(options) }));
  };
  return { changes: changes as unknown as Part['changes'], triggers };
}

/** An integration, of a route. */
export const integrationPart = <Options extends object>(
  given: Options,
  changes: Changes<Options>,
  make: (options: Options, scope: Construct) => Integration,
): Part =>
  partOf(given, changes, (api, options, scope) => {
    const key: RouteKey = 'POST /a/{id}';
    api.addRoute(key, { auth, integration: make(options, scope) });
  });

/** For `it.each`: the name of each option, what it does, and whether it did. */
export const verdictsOf = (parts: Readonly<Record<string, Part>>, definition: DefinitionKind) =>
  Object.entries(parts).flatMap(([name, { changes, triggers }]) => {
    let before: string | undefined = undefined;
    return Object.entries(changes).map(([option, { deploys: expected, to }]) => ({
      name: `${name}, ${option}`,
      expected,
      found: () => triggers(definition, to) !== (before ??= triggers(definition)),
    }));
  });
