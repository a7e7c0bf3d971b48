import type { MethodSettings, RestApi, Stage, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { nameOf } from './known';

/** Stages of REST APIs, with what a person calls them. */
export const restStages = (
  apis: readonly RestApi<Unknown>[],
): readonly { readonly api: RestApi<Unknown>; readonly stage: Stage<Unknown>; readonly subject: string }[] =>
  apis.flatMap((api) => api.stages.map((stage) => ({ api, stage, subject: `stage ${nameOf(stage)}` })));

/**
 * The settings of all methods of a stage; undefined: there are none. Unknown: settings whose place is not known yet may
 * be the ones.
 */
export function settingsOfAll({
  methodSettings,
}: Stage<Unknown>): MethodSettings<Unknown> | Unknown | undefined {
  const all = methodSettings.find(({ methodPath }) => methodPath === '*/*');
  return all ?? methodSettings.map(({ methodPath }) => methodPath).find(isUnknown);
}
