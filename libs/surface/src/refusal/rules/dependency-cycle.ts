import type { DependencyStep } from '../../model';
import { refusalRule } from '../../findings/rule';

export const dependencyCycle = refusalRule({
  id: 'dependency-cycle',
  severity: 'high',
  title: 'Resources that need each other',
  why: 'Terraform makes a resource after all that it names. Where two name each other, it can make neither, and its plan ends with "Cycle".',
  remediation:
    'Let one of them do without: give it a name that is known before, or an SSM parameter that is written after both.',
  page: 'https://developer.hashicorp.com/terraform/internals/graph',
  find: ({ dependencyCycles = [] }) =>
    dependencyCycles.map((cycle) => ({
      at: cycle,
      subject: cycle.address,
      ...(cycle.steps.some(isPool) && { remediation: OF_TRIGGER }),
      message: `Terraform cannot order them: ${cycle.steps.map((step, at) => stepOf(step, cycle.steps[at + 1] ?? cycle.steps[0])).join(', ')}.`,
    })),
});

const stepOf = ({ address, argument }: DependencyStep, next: DependencyStep | undefined): string =>
  `${address} names ${next?.address ?? address} in ${argument}`;

const isPool = ({ address }: DependencyStep): boolean => address.startsWith('aws_cognito_user_pool.');

const OF_TRIGGER =
  'Leave the pool out of the trigger: it reads it from its event (event.userPoolId). Another function can read an SSM parameter that is written after both.';
