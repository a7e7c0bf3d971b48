import { type PreTokenGenerationV2TriggerEvent, type PreTokenGenerationV3TriggerEvent } from 'aws-lambda';

/** Of a machine, which has no attributes and gets no ID token, or of a person, as in version 2. */
type Event = PreTokenGenerationV3TriggerEvent | PreTokenGenerationV2TriggerEvent;

/** Before tokens are made, for machines too: claims and scopes of the access token. */
export async function handler(event: Event): Promise<Event> {
  const machine = event.triggerSource === 'TokenGeneration_ClientCredentials';
  event.response.claimsAndScopeOverrideDetails = {
    accessTokenGeneration: { claimsToAddOrOverride: { caller: machine ? 'machine' : 'person' } },
  };
  return event;
}
