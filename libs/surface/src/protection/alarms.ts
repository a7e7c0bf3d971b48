import type { Alarm, Unknown } from '../model';
import { knownItems } from '../model/lists';
import { unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';

const ACTIONS = ['alarm_actions', 'insufficient_data_actions', 'ok_actions'];

export const readAlarms = (catalog: Catalog): Alarm<Unknown>[] =>
  catalog.managed('aws_cloudwatch_metric_alarm').map((alarm) => ({
    name: alarm.text('alarm_name', unknown()),
    actions: [...new Set(ACTIONS.flatMap((name) => knownItems(alarm.texts(name))))],
    ...alarm.located,
    ...optional('region', alarm.region),
  }));
