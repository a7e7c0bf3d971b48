import { type HttpApiIntegration } from '../integration';
import { type MappedValue, RequestValue } from '../request-value';
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

/** Puts an event on a bus. */
export function putEvents(bus: EventBusTarget, options: PutEventsOptions): HttpApiIntegration {
  return serviceIntegration(
    {
      subtype: 'EventBridge-PutEvents',
      parameters: {
        EventBusName: bus.name,
        Source: options.source,
        DetailType: options.detailType,
        Detail: options.detail ?? RequestValue.body(),
      },
      permission: { sid: 'PutEvents', actions: ['events:PutEvents'], resources: [bus.arn] },
    },
    options,
  );
}
