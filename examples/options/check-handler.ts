/** An authorizer that knows nobody. */
export const handler = (): Promise<never> => Promise.reject(new Error('Unauthorized'));
