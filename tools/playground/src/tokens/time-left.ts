/**
 * How long until then, or since: `59 min 12 s left`, `expired 2 min ago`.
 *
 * @param seconds until then; negative: since then
 */
export function timeLeft(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  return seconds > 0 ? `${spanOf(whole)} left` : whole === 0 ? 'expired just now' : `expired ${spanOf(whole)} ago`;
}

function spanOf(seconds: number): string {
  const [days, hours, minutes] = [
    Math.floor(seconds / 86400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return `${days} d ${hours} h`;
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
