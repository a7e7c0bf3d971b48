import { type AccessTokenGeneration, type PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** Group to the scopes that it gives: `{ "admins": ["reports/write"] }`. */
export type GroupScopes = Readonly<Record<string, readonly string[]>>;

/** A machine's tokens, which version 3 of the event has as well. */
type MachineEvent = Omit<PreTokenGenerationV2TriggerEvent, 'triggerSource'> & {
  readonly triggerSource: 'TokenGeneration_ClientCredentials';
};

type Event = PreTokenGenerationV2TriggerEvent | MachineEvent;

/** The only scope of people who sign in without OAuth, where no client can ask for others. */
const WITHOUT_OAUTH = 'aws.cognito.signin.user.admin';

/** Cognito calls it before it makes tokens. A mapping that cannot be read lets nobody sign in. */
export async function handler(event: Event): Promise<Event> {
  // A machine is in no group: what it may ask for is written at its client.
  if (event.triggerSource === 'TokenGeneration_ClientCredentials') return event;
  const mapping = JSON.parse(process.env.GROUP_SCOPES as string) as GroupScopes;
  const { groupConfiguration, scopes = [] } = event.request;
  const accessTokenGeneration = scopeChanges(mapping, groupConfiguration.groupsToOverride ?? [], scopes);
  event.response = { claimsAndScopeOverrideDetails: { accessTokenGeneration } };
  return event;
}

/**
 * A scope that is mapped stays only in tokens of people in one of its groups, whatever the client asked for. It is added only
 * where nobody could ask for it; where a client asks, it gets no more than that. Scopes that are not mapped stay as they are.
 */
export function scopeChanges(
  mapping: GroupScopes,
  groups: readonly string[],
  asked: readonly string[],
): Required<Pick<AccessTokenGeneration, 'scopesToAdd' | 'scopesToSuppress'>> {
  const mine = new Set(groups.flatMap((group) => (Object.hasOwn(mapping, group) ? mapping[group]! : [])));
  const mapped = new Set(Object.values(mapping).flat());
  const couldAsk = asked.some((scope) => scope !== WITHOUT_OAUTH);
  return {
    scopesToAdd: couldAsk ? [] : [...mine],
    scopesToSuppress: [...mapped].filter((scope) => !mine.has(scope)),
  };
}
