/** What this process was given; the one place of this package that reads it. */
export const processEnvironment = (): Record<string, string | undefined> => ({ ...process.env });
