import { Construct } from 'constructs';

/** Checks the callers of guarded routes of one HTTP API. */
export abstract class HttpAuthorizer extends Construct {
  /** What it checks: a token, or whatever a function looks at. */
  abstract readonly kind: 'JWT' | 'CUSTOM';
  /** Reference to the authorizer's id. */
  abstract readonly authorizerId: string;
  /** Terraform addresses without which it lets no one in. */
  readonly needs: readonly string[] = [];
}

/** AWS refuses to delete an authorizer that a route names: it goes after the routes that change to another. */
export const afterItsRoutes = { createBeforeDestroy: true };
