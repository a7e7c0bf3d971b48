import { addedTo, knownItems } from '../model/lists';
import { isUnknown } from '../model/value';
import type { Route } from './route';
import { groupsWith } from './scope-groups';

export interface LoosenedScopes {
  readonly had: readonly string[];
  /** None: the route asks for no scope any more. */
  readonly added: readonly string[];
}

/** Scopes that let a token in which was refused before; what is not known yet counts for nothing. */
export function loosenedScopes(before: Route, after: Route): LoosenedScopes | undefined {
  if (isUnknown(before.guard) || isUnknown(after.guard)) return undefined;
  const [had, has] = [before.guard.scopes, after.guard.scopes];
  if (had === undefined || has === undefined || isUnknown(had) || isUnknown(has)) return undefined;
  const added = addedTo(had, has);
  return had.length > 0 && (has.length === 0 || added.length > 0) ? { had: knownItems(had), added } : undefined;
}

export const losesApiKey = (before: Route, after: Route): boolean =>
  before.apiKeyRequired === true && after.apiKeyRequired === false;

/** Whether a scope that both ask for is in the tokens of more groups, or of everyone. */
export function loosenedGroups(before: Route, after: Route): boolean {
  const [was, now] = [before.authorizer?.scopeGroups ?? {}, after.authorizer?.scopeGroups ?? {}];
  if (isUnknown(before.guard) || isUnknown(after.guard)) return false;
  return knownItems(after.guard.scopes ?? []).some((scope) => {
    const [had, have] = [groupsWith(was, scope), groupsWith(now, scope)];
    return had !== undefined && (have === undefined || have.some((group) => !had.includes(group)));
  });
}
