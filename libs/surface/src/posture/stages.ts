import type { MethodSettings, Stage, Unknown } from '../model';
import { isUnknown } from '../model/value';

/**
 * The settings of all methods of a stage; undefined: there are none. Unknown: settings whose place is not known yet may
 * be the ones.
 */
export function settingsOfAll({ methodSettings }: Stage<Unknown>): MethodSettings<Unknown> | Unknown | undefined {
  const all = methodSettings.find(({ methodPath }) => methodPath === '*/*');
  return all ?? methodSettings.map(({ methodPath }) => methodPath).find(isUnknown);
}
