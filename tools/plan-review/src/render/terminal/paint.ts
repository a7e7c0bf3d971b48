import pc from 'picocolors';
import type { Severity } from '@gatehouse/surface';

export type Paint = ReturnType<typeof paintOf>;

export function paintOf(color: boolean) {
  const { bold, dim, red, green, yellow, magenta } = pc.createColors(color);
  return { bold, dim, red, green, yellow, magenta };
}

export const severityWord = (severity: Severity, paint: Paint): string => paint[COLORS[severity]](severity);

const COLORS = { critical: 'red', high: 'magenta', medium: 'yellow', expected: 'dim' } as const;
