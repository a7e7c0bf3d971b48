import { type Cleanup } from '../cleanup';
import { type Reporter } from '../console';
import { type RequestLog } from '../requests-log';
import { pageOfWorkspace } from './build/page-of-workspace';
import { type Playground, type Source, startPlayground } from './start-playground';

export interface OpenOptions {
  readonly source: Source;
  readonly requests: RequestLog;
  readonly cleanup: Cleanup;
  readonly reporter: Reporter;
}

/** The playground of what is served; it follows each reload. */
export function openPlayground({ cleanup, reporter, requests, source }: OpenOptions): Promise<Playground> {
  return reporter.step('Playground', async (step) => {
    const onProblem = (line: string): void => reporter.relay(line);
    const started = await startPlayground({ source, requests, build: pageOfWorkspace, onProblem });
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
