import { type Environment } from '@gatehouse/environment';
import { type TeamRules } from '@gatehouse/surface/synth-posture';
import { type App } from 'cdktf';

export interface EnvironmentAppProps {
  /**
   * Rules and suppressions of the team, from `libs/rules`.
   * @default - Gatehouse's rules alone
   */
  readonly rules?: TeamRules;
}

/** Puts the stacks of an environment together. */
export type Compose = (app: App, environment: Environment) => void;

/** What an environment is made of. */
export interface EnvironmentApp extends EnvironmentAppProps {
  /** Name of its file in `environments` and of its folder in `apps`. */
  readonly name: string;
  readonly compose: Compose;
}

/**
 * What an environment is made of: the default export of its `main.ts`, which runs nothing by itself. `nx synth`,
 * `cdktf`, tests and the bootstrap all read that file.
 *
 * ```ts
 * export default environment('dev', { rules: teamRules }, (app, env) => {
 *   const identity = new IdentityStack(app, env);
 *   new ApiStack(app, env, { users: identity.users });
 * });
 * ```
 */
export function environment(name: string, props: EnvironmentAppProps, compose: Compose): EnvironmentApp {
  return { ...props, name, compose };
}
