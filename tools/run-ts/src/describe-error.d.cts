/** What a person is shown of an error: its message, and the line of the team's code that it comes from. */
export declare function describeError(error: unknown): string;
