import { type Cleanup } from '../cleanup';
import { type Reporter } from '../console';
import { type Live } from '../live/running';
import { type RequestLog } from '../requests-log';
import { pageOfWorkspace } from './build/page-of-workspace';
import { sourceOf } from './source-of';
import { type Playground, startPlayground } from './start-playground';

export interface OpenOptions {
  readonly live: Live;
  readonly requests: RequestLog;
  readonly cleanup: Cleanup;
  readonly reporter: Reporter;
}

/** The playground of the local environment; it follows each reload. */
export function openPlayground({ cleanup, live, reporter, requests }: OpenOptions): Promise<Playground> {
  return reporter.step('Playground', async (step) => {
    const onProblem = (line: string): void => reporter.relay(line);
    const started = await startPlayground({ source: sourceOf(live), requests, build: pageOfWorkspace, onProblem });
    cleanup.add('the playground', started.close);
    step.found(placeOf(started));
    return started;
  });
}

/** Where it is, and which APIs do not let its page in. */
function placeOf({ closedTo, origin }: Playground): string {
  const closed = closedTo.length > 0 ? `; the CORS of ${closedTo.join(', ')} does not list it` : '';
  return `Playground on ${origin}${closed}`;
}
