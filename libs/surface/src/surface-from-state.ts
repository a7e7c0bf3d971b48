import { assertKnown } from './assert-known';
import type { Located, Surface, Unread } from './model';
import { locatedOf } from './model/located';
import { readSurface } from './read-surface';
import type { Stacks } from './terraform/format';
import { stateResources, type TerraformState } from './terraform/state';

/**
 * The surface of what Terraform last applied, from the parsed output of `terraform show -json`. Several stacks that
 * belong together are read together, so that the API finds its user pool: a list, or an object by stack name.
 *
 * State is what Terraform applied, not what AWS serves: a stage serves the snapshot of its deployment, and a method
 * edited after that is in the state but not live. It also holds function environments as they are; do not print them.
 *
 * An API that none of the states makes is left out and named in `unread`: what it serves cannot be known.
 *
 * @throws UnreadableError a state is of a newer major format, truncated, a plan or a raw state file, or it names a path
 * that none of the states has
 */
export function surfaceFromState(states: Stacks<TerraformState>): Surface {
  const { apis, httpApis, unread, ...others } = readSurface(stateResources(states));
  const surface = {
    ...others,
    apis: apis.filter(({ managed }) => managed),
    httpApis: httpApis.filter(({ managed }) => managed),
    unread: [...unread, ...[...apis, ...httpApis].filter(({ managed }) => !managed).map(madeElsewhere)],
  };
  assertKnown(surface);
  return surface;
}

const madeElsewhere = (api: Located): Unread => ({
  ...locatedOf(api),
  why: 'the API is made elsewhere, so its routes are not known',
});
