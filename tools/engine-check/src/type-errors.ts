/** What tsc printed. */
export interface TypingError {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** Finds tsc's errors in a command's output, each once. */
export function typeErrors(output: string): TypingError[] {
  const found = [...output.matchAll(/^(?:(\S+?)\((\d+),\d+\): )?error (TS\d+): (.*)$/gm)].map(
    ([, file = '', line, code = '', message = '']) => ({ file, line: Number(line ?? 0), code, message }),
  );
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
}
