import { useState } from 'preact/hooks';

export interface Task {
  readonly busy: boolean;
  /** Of the last run; undefined: none. */
  readonly error: unknown;
  /** Runs it, one at a time. */
  run(work: () => Promise<void>): void;
  /** Forgets the error. */
  clear(): void;
}

/** Something that takes a moment and may fail. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  return {
    busy,
    error,
    run(work) {
      if (busy) return;
      setBusy(true);
      setError(undefined);
      void work()
        .catch(setError)
        .finally(() => setBusy(false));
    },
    clear: () => setError(undefined),
  };
}
