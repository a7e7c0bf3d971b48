import { colorsFor } from '@gatehouse/cli-kit';
import { isForeground } from './foreground';
import { JsonReporter } from './json-reporter';
import { Keyboard } from './keyboard';
import { LineScreen } from './line-screen';
import { LiveScreen } from './live-screen';
import { type Reporter } from './reporter';
import { TextReporter } from './text-reporter';

/** The reporter that fits where this process prints. */
export function openReporter(
  { json = false }: { readonly json?: boolean } = {},
  { stderr: err, stdin, stdout: out }: Pick<NodeJS.Process, 'stderr' | 'stdin' | 'stdout'> = process,
): Reporter {
  // A terminal that is closed, a pipe whose reader ended: the command goes on, and stops in order.
  for (const stream of [out, err]) stream.on('error', () => undefined);
  if (json) return new JsonReporter(out);
  // A terminal that does not say how wide it is cannot be drawn on.
  const isLive = err.isTTY && err.columns > 0 && process.env['TERM'] !== 'dumb';
  return new TextReporter({
    screen: isLive ? new LiveScreen({ out, err }) : new LineScreen({ out, err }),
    err,
    paint: colorsFor(err),
    keyboard: isLive && stdin.isTTY && isForeground() ? (onKey) => new Keyboard(stdin, onKey) : undefined,
  });
}
