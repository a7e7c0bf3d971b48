/** `1 user`, `2 users`. */
export const count = (amount: number, what: string): string => `${amount} ${what}${amount === 1 ? '' : 's'}`;
