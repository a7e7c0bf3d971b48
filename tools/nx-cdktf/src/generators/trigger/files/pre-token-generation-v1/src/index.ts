import { type PreTokenGenerationTriggerEvent } from 'aws-lambda';

/** Before tokens are made: claims of the ID token, and groups. Version 1 cannot change the access token. */
export async function handler(event: PreTokenGenerationTriggerEvent): Promise<PreTokenGenerationTriggerEvent> {
  const tenant = event.request.userAttributes['custom:tenant'];
  if (tenant !== undefined) event.response.claimsOverrideDetails = { claimsToAddOrOverride: { tenant } };
  return event;
}
