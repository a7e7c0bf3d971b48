import type { Api } from '../../access/api';
import { differenceRule, type Violation } from '../../findings/rule';
import type { GatewayResponse, Unknown } from '../../model';
import { type Pair } from '../pairs';

export const refusalAnsweredAsSuccess = differenceRule({
  id: 'refusal-answered-as-success',
  severity: 'medium',
  title: 'Refused calls are answered as a success',
  why: 'Clients, monitors and web ACLs tell by the status that a call was refused. Answered with 2xx or 3xx, sign-in attempts and probing leave no trace in error rates and alarms, and clients take the refusal for data.',
  remediation: 'Answer refusals with 401, 403 or another status of 400 or above.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html',
  find: ({ apis }) => apis.flatMap(answeredAs),
});

function answeredAs({ before, after }: Pair<Api>): readonly Violation[] {
  if (after?.kind !== 'REST') return [];
  const had = new Map(
    before?.kind === 'REST' ? before.api.gatewayResponses.map((response) => [response.type, statusOf(response)]) : [],
  );
  return after.api.gatewayResponses.flatMap((response) => {
    const [was, now] = [had.get(response.type), statusOf(response)];
    if (!isSuccess(now) || isSuccess(was)) return [];
    const type = String(response.type);
    return [
      {
        at: response,
        subject: `answer ${type} of ${after.name}`,
        message: `Calls of ${after.name} that API Gateway refuses (${type}) are answered with status ${String(now)}.`,
        before: was === undefined ? 'the status of API Gateway' : String(was),
        after: String(now),
      },
    ];
  });
}

const statusOf = ({ statusCode, type }: GatewayResponse<Unknown>): unknown =>
  typeof type === 'string' ? statusCode : undefined;

const isSuccess = (status: unknown): boolean => typeof status === 'string' && /^[123]\d\d$/.test(status);
