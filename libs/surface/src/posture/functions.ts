import type { FunctionPermission, FunctionUrl, Unknown } from '../model';

/** Permissions and URLs under the names of the functions that they are for. */
export const byFunction = <T extends FunctionPermission<Unknown> | FunctionUrl<Unknown>>(
  all: readonly T[],
): readonly (T & { readonly name: unknown })[] =>
  all.map((each) => ({ ...each, name: each.function ?? each.functionName }));
