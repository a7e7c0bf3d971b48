import { printRequests } from './print-requests';
import { RequestLog } from './requests-log';
import { aRequest } from './requests-log/testing/request';

it('prints each request once, and its API as soon as there is another', () => {
  const requests = new RequestLog();
  const printed: unknown[] = [];
  const reporter = { request: ({ path }: { path: string }, api?: string) => void printed.push([path, api]) };
  const apis = new Map([['api1', 'desk']]);
  requests.add(aRequest({ path: '/local/early' }));
  printRequests(requests, reporter, () => apis);
  requests.add(aRequest({ path: '/local/one' }));
  apis.set('api2', 'shop');
  requests.add(aRequest({ path: '/local/two' }));
  requests.add(aRequest({ path: '/elsewhere', apiId: '' }));

  expect(printed).toEqual([
    ['/local/early', undefined],
    ['/local/one', undefined],
    ['/local/two', 'desk'],
    ['/elsewhere', undefined],
  ]);
});
