import { arn, each, iamArn, named, of, reads, type Service } from './type-rights';

const events = (actions: string) => of('events', actions);
const scheduler = (actions: string) => of('scheduler', actions);

/** Of the default bus, and of the environment's own. */
const rules = [arn('events', 'rule/{prefix}*'), arn('events', 'rule/{prefix}*/{prefix}*')];
const buses = arn('events', 'event-bus/{prefix}*');
const archives = arn('events', 'archive/{prefix}*');
const connections = arn('events', 'connection/{prefix}*');
const destinations = arn('events', 'api-destination/{prefix}*');
/** `default` is the group of schedules that name none. */
const schedules = [arn('scheduler', 'schedule/default/{prefix}*'), arn('scheduler', 'schedule/{prefix}*/*')];
const scheduleGroups = arn('scheduler', 'schedule-group/{prefix}*');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
export const eventBridge: Service = {
  group: 'events',
  types: {
    aws_cloudwatch_event_rule: {
      ...named(),
      arn: arn('events', 'rule/{prefix}*'),
      grants: [
        {
          on: rules,
          read: events('DescribeRule ListTagsForResource'),
          create: events('PutRule TagResource'),
          change: events('DisableRule EnableRule UntagResource'),
          delete: events('DeleteRule'),
        },
      ],
    },
    aws_cloudwatch_event_target: {
      grants: [
        { on: rules, read: events('ListTargetsByRule'), change: events('PutTargets'), delete: events('RemoveTargets') },
      ],
    },
    aws_cloudwatch_event_bus: {
      ...named(),
      arn: arn('events', 'event-bus/{name}'),
      grants: [
        {
          on: [buses],
          read: events('DescribeEventBus ListTagsForResource'),
          create: events('CreateEventBus TagResource'),
          change: events('UntagResource UpdateEventBus'),
          delete: events('DeleteEventBus'),
        },
      ],
    },
    ...each('aws_cloudwatch_event_permission aws_cloudwatch_event_bus_policy', {
      grants: [
        { on: [buses], read: events('DescribeEventBus') },
        // AWS takes no narrower resource.
        { on: ['*'], change: events('PutPermission'), delete: events('RemovePermission') },
      ],
    }),
    aws_cloudwatch_event_archive: {
      ...named(),
      grants: [
        { on: [buses], create: events('CreateArchive') },
        {
          on: [archives],
          read: events('DescribeArchive'),
          create: events('CreateArchive'),
          change: events('UpdateArchive'),
          delete: events('DeleteArchive'),
        },
      ],
    },
    aws_cloudwatch_event_connection: {
      ...named(),
      grants: [
        {
          on: [connections],
          read: events('DescribeConnection'),
          create: events('CreateConnection'),
          change: events('UpdateConnection'),
          delete: events('DeleteConnection'),
        },
        // EventBridge keeps the credentials in a secret of its own.
        {
          on: [arn('secretsmanager', 'secret:events!connection/{prefix}*')],
          create: of('secretsmanager', 'CreateSecret PutSecretValue'),
          change: of('secretsmanager', 'UpdateSecret'),
          delete: of('secretsmanager', 'DeleteSecret'),
        },
        {
          on: [iamArn('role/aws-service-role/apidestinations.events.amazonaws.com/*')],
          create: of('iam', 'CreateServiceLinkedRole'),
          when: 'linked',
        },
      ],
    },
    aws_cloudwatch_event_api_destination: {
      ...named(),
      grants: [
        { on: [connections], create: events('CreateApiDestination'), change: events('UpdateApiDestination') },
        {
          on: [destinations],
          read: events('DescribeApiDestination'),
          create: events('CreateApiDestination'),
          change: events('UpdateApiDestination'),
          delete: events('DeleteApiDestination'),
        },
      ],
    },
    'data.aws_cloudwatch_event_bus': reads(events('DescribeEventBus'), arn('events', 'event-bus/*')),
  },
};

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html */
export const eventBridgeScheduler: Service = {
  group: 'events',
  types: {
    aws_scheduler_schedule: {
      ...named(),
      grants: [
        {
          on: schedules,
          read: scheduler('GetSchedule'),
          create: scheduler('CreateSchedule'),
          change: scheduler('UpdateSchedule'),
          delete: scheduler('DeleteSchedule'),
        },
      ],
    },
    aws_scheduler_schedule_group: {
      ...named(),
      grants: [
        {
          on: [scheduleGroups],
          read: scheduler('GetScheduleGroup ListTagsForResource'),
          create: scheduler('CreateScheduleGroup TagResource'),
          change: scheduler('UntagResource'),
          delete: scheduler('DeleteScheduleGroup'),
        },
      ],
    },
  },
};
