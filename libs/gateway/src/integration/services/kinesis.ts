import { type BindingRoute, type HttpApiIntegration } from '../integration';
import { type MappedValue, RequestValue } from '../request-value';
import { nameOrArn } from './place';
import { serviceIntegration, type ServiceOptions } from './service';

/** A stream of Kinesis Data Streams, such as `KinesisStream` of the provider. */
export interface StreamTarget {
  readonly name: string;
  readonly arn: string;
}

export interface PutRecordOptions extends ServiceOptions {
  /** Records with the same key stay in order. */
  readonly partitionKey: MappedValue;
  /**
   * The record.
   * @default - the body of the request
   */
  readonly data?: MappedValue;
}

/** Puts a record into a stream. */
export function putRecord(stream: StreamTarget, options: PutRecordOptions): HttpApiIntegration {
  return serviceIntegration(
    {
      subtype: 'Kinesis-PutRecord',
      parameters(route) {
        checkOwn(route, stream);
        return {
          StreamName: stream.name,
          PartitionKey: options.partitionKey,
          Data: options.data ?? RequestValue.body(),
        };
      },
      permission: { sid: 'PutRecord', actions: ['kinesis:PutRecord'], resources: [stream.arn] },
    },
    options,
  );
}

/** API Gateway hands on the name of a stream alone, which is looked for in the account of the API. */
function checkOwn(route: BindingRoute, stream: StreamTarget): void {
  route.check(
    route.ownAccount === undefined || nameOrArn(stream, route.ownAccount) === stream.name,
    'a stream of the account of the API',
    stream.arn,
    'Put the record by a function, which names the stream by its ARN',
  );
}
