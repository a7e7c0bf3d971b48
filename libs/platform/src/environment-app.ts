import { type Environment, type SettingsSchema } from '@gatehouse/environment';
import { type TeamRules } from '@gatehouse/surface/synth-posture';
import { type App } from 'cdktf';

/** What the team adds to the rules and to the environment file. */
export interface EnvironmentAppProps<Settings = unknown> {
  /**
   * Rules and suppressions of the team, from `libs/rules`.
   * @default - Gatehouse's rules alone
   */
  readonly rules?: TeamRules;
  /**
   * What `"settings"` of the environment file may be, from `libs/settings`.
   * @default - any JSON, of which stacks can read nothing
   */
  readonly settings?: SettingsSchema<Settings>;
}

/** Puts the stacks of an environment together. */
export type Compose<Settings> = (app: App, environment: Environment<Settings>) => void;

/** What an environment is made of. */
export interface EnvironmentApp<Settings = unknown> extends EnvironmentAppProps<Settings> {
  /** Name of its file in `environments` and of its folder in `apps`. */
  readonly name: string;
  /** A method, so that apps with different settings go into one list. */
  compose(app: App, environment: Environment<Settings>): void;
}

/**
 * What an environment is made of: the default export of its `main.ts`, which runs nothing by itself. `nx synth`,
 * `cdktf`, tests and the bootstrap all read that file.
 *
 * ```ts
 * export default environment('dev', { rules: teamRules, settings }, (app, env) => {
 *   const identity = new IdentityStack(app, env);
 *   new ApiStack(app, env, { users: identity.users, reports: identity.reports, people: identity.people });
 * });
 * ```
 */
export function environment<Settings>(
  name: string,
  props: EnvironmentAppProps<Settings>,
  compose: Compose<Settings>,
): EnvironmentApp<Settings> {
  return { ...props, name, compose };
}
