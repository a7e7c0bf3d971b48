import { SfnStateMachine } from '@cdktf/provider-aws/lib/sfn-state-machine';
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { type Construct } from 'constructs';
import { refusal, synthApi } from '../../../testing/api';
import { httpRefusal } from '../../../testing/http-api';
import { Auth, type HttpApiIntegration, Integration, RequestValue } from '../../index';

type Both = HttpApiIntegration & Integration;

const auth = Auth.public('a test');
const fifo = {
  url: 'https://sqs.eu-west-1.amazonaws.com/123456789012/q.fifo',
  arn: 'arn:aws:sqs:eu-west-1:123456789012:q.fifo',
};
const table = { name: 'orders', arn: 'arn:aws:dynamodb:eu-west-1:123456789012:table/orders' };
const machine = (scope: Construct, type?: string) =>
  new SfnStateMachine(scope, 'machine', { definition: '{}', roleArn: 'arn:aws:iam::123456789012:role/r', type });
const group = 'expected messageGroupId, which FIFO queues and topics need, found nothing. Say what keeps messages';
const express = 'expected an express state machine, found "STANDARD". Make the machine with';
const nope = `expected a parameter of the path /a/{id}, found "RequestValue.path('nope')". Correct the name`;

const rest = (make: (scope: Construct) => Integration) =>
  refusal((api, scope) => api.addRoute('POST /a/{id}', { auth, integration: make(scope) }));

describe('what can never serve is refused', () => {
  it.each<[string, (scope: Construct) => Both, string]>([
    ['a FIFO queue without a group', () => Integration.sendMessage(fifo), group],
    ['one of the stack', (scope) => Integration.sendMessage(new SqsQueue(scope, 'q', { fifoQueue: true })), group],
    ['a standard machine that is waited for', (scope) => Integration.startSyncExecution(machine(scope)), express],
    [
      'a parameter that the path does not have',
      () => Integration.startExecution({ arn: 'arn:m' }, { input: RequestValue.path('nope') }),
      nope,
    ],
  ])('by both kinds of API: %s', (_what, make, message) => {
    const ofHttp = httpRefusal((api, scope) => api.addRoute('POST /a/{id}', { auth, integration: make(scope) }));

    expect(ofHttp).toContain(`POST /a/{id}, integration: ${message}`);
    expect(rest(make)).toContain(`POST /a/{id}, integration: ${message}`);
  });

  it.each<[string, (scope: Construct) => Integration, string]>([
    ['a FIFO topic', () => Integration.publish({ arn: 'arn:aws:sns:eu-west-1:123456789012:t.fifo' }), group],
    ['one of the stack', (scope) => Integration.publish(new SnsTopic(scope, 't', { fifoTopic: true })), group],
    ['no key', () => Integration.getItem(table, { key: {} }), 'expected attributes in key, found {}. Name the'],
    ['no item', () => Integration.putItem(table, { item: {} }), 'expected attributes in item, found {}. Name the'],
    ['no key of a query', () => Integration.query(table, { key: {} }), 'expected attributes in key or set, found {}.'],
    [
      'a limit of 0',
      () => Integration.query(table, { key: { id: 'a' }, limit: 0 }),
      'expected a whole number from 1 as limit, found 0. Leave it out',
    ],
    ['a parameter in a key', () => Integration.getItem(table, { key: { id: RequestValue.path('nope') } }), nope],
  ])('by a REST API: %s', (_what, make, message) => {
    expect(rest(make)).toContain(`POST /a/{id}, integration: ${message}`);
  });

  it.each<[string, (scope: Construct) => Integration]>([
    ['a FIFO queue with a group', () => Integration.sendMessage(fifo, { messageGroupId: 'all' })],
    ['an express machine', (scope) => Integration.startSyncExecution(machine(scope, 'EXPRESS'))],
  ])('and not %s', (_what, make) => {
    const build = () => synthApi((api, scope) => api.addRoute('POST /a/{id}', { auth, integration: make(scope) }));
    expect(build).not.toThrow();
  });
});
