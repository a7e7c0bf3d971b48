import { arn, named, of, type Service } from './type-rights';
import { logDelivery } from './logs';

const states = (actions: string) => of('states', actions);

const machines = arn('states', 'stateMachine:{prefix}*');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsstepfunctions.html */
export const stepFunctions: Service = {
  group: 'events',
  types: {
    aws_sfn_state_machine: {
      ...named(),
      arn: arn('states', 'stateMachine:{name}'),
      grants: [
        // AWS takes no narrower resource: it looks at the text that is sent.
        { on: ['*'], read: states('ValidateStateMachineDefinition') },
        {
          on: [machines],
          read: states('DescribeStateMachine ListStateMachineVersions ListTagsForResource'),
          create: states('CreateStateMachine TagResource'),
          change: states('PublishStateMachineVersion UntagResource UpdateStateMachine'),
          delete: states('DeleteStateMachine'),
        },
      ],
    },
    'aws_sfn_state_machine.logging_configuration': { grants: [logDelivery] },
    aws_sfn_alias: {
      grants: [
        {
          on: [`${machines}:*`],
          read: states('DescribeStateMachineAlias'),
          change: states('UpdateStateMachineAlias'),
          delete: states('DeleteStateMachineAlias'),
        },
        { on: [machines], create: states('CreateStateMachineAlias') },
      ],
    },
    aws_sfn_activity: {
      ...named(),
      arn: arn('states', 'activity:{name}'),
      grants: [
        {
          on: [arn('states', 'activity:{prefix}*')],
          read: states('DescribeActivity ListTagsForResource'),
          create: states('CreateActivity TagResource'),
          change: states('UntagResource'),
          delete: states('DeleteActivity'),
        },
      ],
    },
    'data.aws_sfn_state_machine': {
      grants: [
        { on: ['*'], read: states('ListStateMachines') },
        { on: [arn('states', 'stateMachine:*')], read: states('DescribeStateMachine') },
      ],
    },
  },
};
