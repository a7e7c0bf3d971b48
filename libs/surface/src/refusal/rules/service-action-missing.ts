import { titleOf } from '../../access/route';
import type { Integration, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

/** Services that read the action from X-Amz-Target. */
const BY_HEADER = [
  ...['cognito-idp', 'dynamodb', 'ecs', 'events', 'firehose', 'glue', 'kinesis', 'kms', 'logs'],
  ...['secretsmanager', 'ssm', 'states'],
];
/** Of an URI with action/…, API Gateway writes the header for these itself. */
const WRITTEN = ['dynamodb', 'firehose', 'kinesis', 'ssm', 'states'];

export const serviceActionMissing = refusalRule({
  id: 'service-action-missing',
  severity: 'high',
  title: 'AWS service without an action',
  why: 'Services with a JSON protocol read the action from the header X-Amz-Target. API Gateway accepts an integration without it, and the service refuses every request.',
  remediation:
    'Set "integration.request.header.X-Amz-Target" in request_parameters, such as "\'AWSEvents.PutEvents\'" for EventBridge.',
  page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html',
  find: ({ apis }) =>
    apis.flatMap(({ routes }) =>
      routes.flatMap((route) => {
        const service = route.integration && unnamed(route.integration);
        return violationsAt(route, titleOf(route), {
          when: service !== undefined,
          message: `${String(service)} refuses every request to ${titleOf(route)}, because the header X-Amz-Target is not set.`,
        });
      }),
    ),
});

/** The service that cannot know what is asked of it; undefined where it can, or may. */
function unnamed({ type, uri, requestParameters, requestTemplates }: Integration<Unknown>): string | undefined {
  if (type !== 'AWS' || typeof uri !== 'string' || isUnknown(requestParameters)) return undefined;
  const [, service = '', kind, rest = ''] =
    /^arn:[\w-]+:apigateway:[\w-]+:(?:[\w-]+\.)?([\w-]+):(path|action)\/(.*)$/s.exec(uri) ?? [];
  const needed = BY_HEADER.includes(service) && !(kind === 'action' && WRITTEN.includes(service));
  // Of a path with something in it, another protocol may be meant.
  if (!needed || (kind === 'path' && /[^/]/.test(rest))) return undefined;
  const isSet = Object.keys(requestParameters).some((name) =>
    /^integration\.request\.header\.x-amz-target$/i.test(name),
  );
  return isSet || mayOverride(requestTemplates) ? undefined : service;
}

/** A template can set headers as well. */
const mayOverride = (templates: Integration<Unknown>['requestTemplates']): boolean =>
  isUnknown(templates) ||
  Object.values(templates).some((template) => isUnknown(template) || /x-amz-target/i.test(template));
