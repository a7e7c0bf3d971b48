import { useState } from 'preact/hooks';

/** Copies a text, and says so in the button itself, which screen readers read. */
export function Copy({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  return (
    <button type="button" class="small quiet" onClick={() => void copy()} onBlur={() => setState('idle')}>
      <span aria-live="polite">{WORDS[state]}</span>
      <span class="unseen"> {what}</span>
    </button>
  );
}

const WORDS = { idle: 'Copy', copied: 'Copied', failed: 'Select and copy it' };
