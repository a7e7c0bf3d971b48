/** The block that keeps what would be deleted and created again, to paste. */
export const movedBlock = (from: string, to: string): string => `moved { from = ${from}, to = ${to} }`;
