/** Something that a person can put right: its message is all that is printed. */
export class EngineCheckError extends Error {}
