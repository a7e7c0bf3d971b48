import { randomUUID } from 'node:crypto';
import { type APIGatewayProxyEvent } from 'aws-lambda';
import { type Answer, message } from './answer';

interface Report {
  readonly id: string;
  readonly title: string;
}

/**
 * Sample data in the memory of one Lambda execution environment: a report that is created is gone when AWS ends
 * the environment, and other environments do not see it. A real service puts a database here.
 */
const reports = new Map<string, Report>([
  ['1', { id: '1', title: 'Sample report: sign-ins by week' }],
  ['2', { id: '2', title: 'Sample report: requests by route' }],
]);

const LONGEST_TITLE = 200;

/** GET /reports */
export function listReports(): Answer {
  return { status: 200, body: { reports: [...reports.values()] } };
}

/** GET /reports/{id} */
export function getReport({ pathParameters }: APIGatewayProxyEvent): Answer {
  const report = reports.get(pathParameters?.id ?? '');
  return report ? { status: 200, body: report } : message(404, 'Report not found');
}

/** POST /reports with `{ "title": "…" }` */
export function createReport(event: APIGatewayProxyEvent): Answer {
  const title = titleIn(event);
  if (title === undefined) {
    return message(400, `Expected a JSON object with a title of 1 to ${LONGEST_TITLE} characters`);
  }
  const report: Report = { id: randomUUID(), title };
  reports.set(report.id, report);
  return { status: 201, body: report, headers: { Location: `${event.requestContext.path}/${report.id}` } };
}

/** API Gateway validates the body too; but this function is also called by tests, by consoles, by mistake. */
function titleIn({ body, isBase64Encoded }: APIGatewayProxyEvent): string | undefined {
  const parsed = parse(isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? ''));
  const title: unknown = (parsed as { title?: unknown } | null | undefined)?.title;
  if (typeof title !== 'string') return undefined;
  const trimmed = title.trim();
  return trimmed.length > 0 && trimmed.length <= LONGEST_TITLE ? trimmed : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
