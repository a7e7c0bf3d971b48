import { signal } from '@preact/signals';
import { timeLeft } from '../tokens/time-left';

/** Seconds since 1970; moves on each second. */
export const now = signal(Date.now() / 1000);

setInterval(() => (now.value = Date.now() / 1000), 1000);

/** Time until then. No live region: it would be read out each second. */
export function Countdown({ until }: { until: number }) {
  const seconds = until - now.value;
  return <span class={seconds > 0 ? 'time' : 'time over'}>{timeLeft(seconds)}</span>;
}
