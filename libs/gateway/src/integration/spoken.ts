/** What stands where an integration belongs, for an error: how it was made, or what it is. */
export function spokenIntegration(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given ?? undefined;
  return 'madeBy' in given ? given.madeBy : given;
}
