import type { Api } from '../access/api';
import type { Route } from '../access/route';
import { locatedOf } from '../model/located';
import type { AccessChange } from './access-changes';
import type { Comparison } from './comparison';

/** APIs whose OpenAPI body no one can read before the apply. */
export interface UnseenBodies {
  /** Those of which no route was in a body that was seen. */
  readonly apis: readonly Api[];
  /** Whether the route was in one of these bodies: no one knows whether it still is. */
  readonly had: (route: Route) => boolean;
}

/** Who may call a route that no one can see. */
export const UNSEEN = 'known after apply';

export function unseenBodies({ apis, callable }: Comparison): UnseenBodies {
  const unseen = apis.flatMap(({ before, after }) =>
    after && !after.api.complete && (before?.api.complete ?? true) ? [after] : [],
  );
  if (unseen.length === 0) return { apis: [], had: () => false };
  const keys = new Set(unseen.map(({ key }) => key));
  const had = ({ api, address }: Route) => keys.has(api.key) && address.includes('#');
  const seen = new Set(callable.flatMap(({ before }) => (before && had(before) ? [before.api.key] : [])));
  return { apis: unseen.filter(({ key }) => !seen.has(key)), had };
}

/** A row for all the routes of a new API that are in its body. */
export const routesOfUnseen = ({ apis }: UnseenBodies): AccessChange[] =>
  apis.map((api) => ({
    ...locatedOf(api),
    route: `(routes of ${api.name})`,
    api: api.name,
    kind: api.kind === 'REST' ? 'rest' : 'http',
    after: UNSEEN,
    effect: 'unclear',
  }));
