import type { Unknown } from '../model';
import { ALL_ROUTES, type AnyStage, type StageSettings } from './stages';

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
