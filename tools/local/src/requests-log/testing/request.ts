import { type HandledRequest } from '../record';

/** A request that the gateway let in; a test names only what it is about. */
export const aRequest = (more: Partial<HandledRequest> = {}): HandledRequest => ({
  id: '1f6f7c5e-0000-4000-8000-000000000000',
  at: '2026-01-01T10:00:00.000Z',
  apiId: 'api1',
  api: 'reports',
  stage: 'local',
  method: 'GET',
  path: '/local/reports/7',
  route: 'GET /reports/{id}',
  who: 'ada@example.com (ID token)',
  status: 200,
  milliseconds: 12,
  ...more,
});
