import type { FunctionPermission, FunctionUrl, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** What a person calls the function that a permission or URL is for. */
export const calledFunction = (of: FunctionPermission<Unknown> | FunctionUrl<Unknown>): string =>
  of.function ?? (isUnknown(of.functionName) ? of.address : of.functionName);
