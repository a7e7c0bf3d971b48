/** Gets a line before each step that takes long. */
export type Report = (line: string) => void;
