/** Attributes of a pool that code takes for who someone is. */
export const IDENTIFIES: ReadonlySet<string> = new Set([
  'email',
  'email_verified',
  'phone_number',
  'phone_number_verified',
  'preferred_username',
]);

/** Whether the provider says that an address is proven, so that its user can be taken for the one who has it already. */
export const isVerified = (attribute: string): boolean =>
  attribute === 'email_verified' || attribute === 'phone_number_verified';
