import type { Located, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** The same for all that belongs to one user pool: by its address, else by its id. */
export const poolKeyOf = ({
  userPool,
  userPoolId,
  stack,
}: Located & { readonly userPool?: string; readonly userPoolId: string | Unknown }): string =>
  `${stack ?? ''} ${userPool ?? (isUnknown(userPoolId) ? '' : userPoolId)}`;
