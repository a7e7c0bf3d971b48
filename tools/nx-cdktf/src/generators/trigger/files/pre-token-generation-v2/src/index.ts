import { type PreTokenGenerationV2TriggerEvent } from 'aws-lambda';

/** Before tokens are made: claims of both tokens, groups, and scopes of the access token. */
export async function handler(event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> {
  const tenant = event.request.userAttributes['custom:tenant'];
  if (tenant === undefined) return event;
  const claimsToAddOrOverride = { tenant };
  event.response.claimsAndScopeOverrideDetails = {
    idTokenGeneration: { claimsToAddOrOverride },
    accessTokenGeneration: { claimsToAddOrOverride },
  };
  return event;
}
