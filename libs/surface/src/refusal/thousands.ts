/** `1,000`. Without Intl: its first call takes some ten milliseconds of every synthesis. */
export const withThousands = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',');
