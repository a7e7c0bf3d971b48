import { type BindingRoute, type HttpApiIntegration, type Integration } from '../integration';
import { type MappedValue, RequestValue } from '../request-value';
import { serviceIntegration as restService } from '../rest/aws';
import { serviceAnswers } from '../rest/service-answers';
import { jsonRequest } from '../rest/service-request';
import { type ForBoth, type ForEither, type ForRest, ofBoth } from './of-both';
import { nameOrArn } from './place';
import { serviceIntegration, type ServiceOptions } from './service';

/** An event bus of EventBridge, such as `CloudwatchEventBus` of the provider. */
export interface EventBusTarget {
  readonly name: string;
  readonly arn: string;
}

export interface PutEventsOptions extends ServiceOptions {
  /** Who sends the event, such as `com.example.reports`. */
  readonly source: MappedValue;
  /** What the event is, such as `report requested`. */
  readonly detailType: MappedValue;
  /**
   * The event itself, a JSON object.
   * @default - the body of the request
   */
  readonly detail?: MappedValue;
}

/**
 * Puts an event on a bus. A REST API answers with its id.
 *
 * @example
 * const integration = Integration.putEvents(bus, { source: 'com.example.reports', detailType: 'report requested' });
 */
export function putEvents(bus: EventBusTarget, options: ForBoth<PutEventsOptions>): Integration & HttpApiIntegration;
export function putEvents(bus: EventBusTarget, options: ForRest<PutEventsOptions>): Integration;
export function putEvents(bus: EventBusTarget, options: PutEventsOptions): HttpApiIntegration;
export function putEvents(bus: EventBusTarget, { answers, ...options }: ForEither<PutEventsOptions>) {
  const parameters = ({ ownAccount }: BindingRoute) => ({
    EventBusName: nameOrArn(bus, ownAccount),
    Source: options.source,
    DetailType: options.detailType,
    Detail: options.detail ?? RequestValue.body(),
  });
  const permission = { sid: 'PutEvents', actions: ['events:PutEvents'], resources: [bus.arn] };
  const subtype = 'EventBridge-PutEvents';
  return ofBoth(
    answers,
    (changed) => serviceIntegration({ subtype, parameters, permission }, { ...options, answers: changed }),
    (own = put) =>
      restService(
        (route) => ({
          service: 'events',
          rest: 'action/PutEvents',
          ...jsonRequest(route, { Entries: [parameters(route)] }, headers),
          answers: own,
          timeoutMilliseconds: options.timeoutMilliseconds,
        }),
        permission,
      ),
  );
}

/** What API Gateway does not send by itself to this service. */
const headers = { 'X-Amz-Target': 'AWSEvents.PutEvents', 'Content-Type': 'application/x-amz-json-1.1' };

/** An event that was not taken is an answer with 200, of the service. */
const put = serviceAnswers(
  `#if($input.path('$.FailedEntryCount') != 0)#set($context.responseOverride.status = 500){"message":"Internal Server Error"}` +
    `#else {"eventId":$input.json('$.Entries[0].EventId')}#end`,
);
