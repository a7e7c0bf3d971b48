import { Integration, type RestApi } from '@gatehouse/gateway';
import { type Guards } from './authorizers';

/** What API Gateway checks, and what documents say. */
export function addRequests(api: RestApi, { people }: Guards): void {
  const report = api.addModel('Report', {
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string', maxLength: 40 } },
  });
  const reports = api.addGroup('/reports', { ...people, integration: Integration.mock() });
  reports.addRoute('GET /', {
    operationName: 'listReports',
    requestParameters: { 'method.request.querystring.since': true, 'method.request.header.X-Trace': false },
    responses: { 200: { description: 'Newest first', body: { type: 'array' } } },
  });
  reports.addRoute('POST /', {
    operationName: 'createReport',
    apiKeyRequired: true,
    body: { 'application/json': report, 'application/vnd.example+json': { type: 'array', maxItems: 100 } },
    responses: { 201: { description: 'It is made', body: report, headers: ['Location'] }, 409: {} },
  });
}
