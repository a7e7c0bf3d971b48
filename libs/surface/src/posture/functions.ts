import { isUnknown, type FunctionPermission, type FunctionUrl, type Unknown } from '../model';

/** What a person calls the function that a permission or URL is for. */
export const calledFunction = (of: FunctionPermission<Unknown> | FunctionUrl<Unknown>): string =>
  of.function ?? (isUnknown(of.functionName) ? of.address : of.functionName);
