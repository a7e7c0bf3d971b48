/** How the emulator's process ended. */
export interface EmulatorExit {
  /** Ended by `stop()`. */
  stopped: boolean;
  code: number | undefined;
  signal: string | undefined;
  /** The last lines it wrote, requests left out. */
  log: string[];
}

/** One text for the user: what ended it and the last lines of its log. */
export function describeExit(exit: EmulatorExit): string {
  if (exit.stopped) return 'The emulator was stopped.';
  const how = exit.signal ? `was ended by ${exit.signal}` : `ended with exit code ${exit.code ?? 'unknown'}`;
  const log = exit.log.length
    ? `Its last lines:\n${exit.log.map((line) => `  ${line}`).join('\n')}`
    : 'It wrote nothing.';
  return `The emulator ${how}. ${log}`;
}
