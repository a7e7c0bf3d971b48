import type { Route } from '../access/route';
import type { Pair } from './pairs';

/** To callers another path is another route, although it is the same one to Terraform. */
export const byTitle = ({ before, after }: Pair<Route>): readonly Pair<Route>[] =>
  before && after && before.title !== after.title
    ? [{ before }, { after }]
    : [{ ...(before && { before }), ...(after && { after }) }];
