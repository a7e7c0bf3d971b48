import { inWorkspace } from '../../workspace';
import { buildPage } from './build-page';

/** The page of this checkout. @returns its folder */
export const pageOfWorkspace = (signal: AbortSignal): Promise<string> =>
  buildPage({
    sources: inWorkspace('tools', 'playground'),
    lockFile: inWorkspace('package-lock.json'),
    cache: inWorkspace('node_modules', '.cache', 'gatehouse'),
    signal,
  });
