/** How something that runs names its role. */
export interface Runner {
  readonly noun: string;
  /** The argument that names the role, by what of it. */
  readonly role: string;
  /** The block that the argument is in. @default - none */
  readonly block?: string;
  readonly by?: 'arn' | 'name';
}

/** What runs code, or calls AWS, with a role. Integrations, triggers and identity pools have rules of their own. */
export const RUNNERS: Readonly<Record<string, Runner>> = {
  aws_cloudformation_stack: { noun: 'stack', role: 'iam_role_arn' },
  aws_cloudformation_type: { noun: 'CloudFormation type', role: 'execution_role_arn' },
  aws_cloudwatch_event_target: { noun: 'event target', role: 'role_arn' },
  aws_codebuild_project: { noun: 'build project', role: 'service_role' },
  aws_ecs_task_definition: { noun: 'task definition', role: 'task_role_arn' },
  aws_glue_job: { noun: 'job', role: 'role_arn' },
  aws_iam_instance_profile: { noun: 'instance profile', role: 'role', by: 'name' },
  aws_lambda_function: { noun: 'function', role: 'role' },
  aws_pipes_pipe: { noun: 'pipe', role: 'role_arn' },
  aws_scheduler_schedule: { noun: 'schedule', role: 'role_arn', block: 'target' },
  aws_sfn_state_machine: { noun: 'state machine', role: 'role_arn' },
  aws_ssm_activation: { noun: 'activation of machines', role: 'iam_role', by: 'name' },
  aws_ssm_maintenance_window_task: { noun: 'task of a maintenance window', role: 'service_role_arn' },
};
