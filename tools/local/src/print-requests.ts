import { type Reporter } from './console';
import { type RequestLog, type RequestRecord } from './requests-log';

/**
 * Prints a line for each request, also for those that came before.
 *
 * @param apis Names of the APIs that are served now, by id; a line has its API's where there are several.
 */
export function printRequests(
  requests: RequestLog,
  reporter: Pick<Reporter, 'request'>,
  apis: () => ReadonlyMap<string, string>,
): void {
  const print = (record: RequestRecord): void => {
    const names = apis();
    reporter.request(record, names.size > 1 ? names.get(record.apiId) : undefined);
  };
  requests.after(0).forEach(print);
  requests.on(print);
}
