import { type LoggingLevel, type Throttle } from './limits';

/** How the stage treats one route apart from the others. */
export interface RouteSettings {
  /**
   * Limits of the route by itself.
   * @default - those of the stage, which all such routes share
   */
  readonly throttle?: Throttle;
  /**
   * What API Gateway writes of its own work on the route.
   * @default - as the stage
   */
  readonly loggingLevel?: LoggingLevel;
  /**
   * Whether CloudWatch counts the route by itself.
   * @default - as the stage
   */
  readonly metrics?: boolean;
  /**
   * Seconds that the answers of a `cached` route are kept, 1 to 3600.
   * @default - those of the stage's cache
   */
  readonly cacheTtlSeconds?: number;
}
