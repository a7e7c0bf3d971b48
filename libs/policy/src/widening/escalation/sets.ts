import { setsOfAccount } from './of-account';

/** Actions that together give more than each says. */
export interface EscalationSet {
  readonly name: string;
  /** For a sentence: `who has it can ...`. */
  readonly gives: string;
  /** All of these are needed; of a list, one. */
  readonly needs: readonly (string | readonly string[])[];
  /** `iam:PassRole` is needed as well, to this service. */
  readonly passesTo?: string;
  /** It counts only where it is allowed on any such resource, not on chosen ones. */
  readonly onAny?: string;
}

const alone = (actions: readonly string[], gives: string): EscalationSet[] =>
  actions.map((action) => ({ name: action, gives, needs: [action] }));

const passing = (service: string, gives: string, ...needs: EscalationSet['needs']): EscalationSet => ({
  name: `iam:PassRole and ${needs.map((need) => (typeof need === 'string' ? need : need[0])).join(' and ')}`,
  gives,
  needs,
  passesTo: `${service}.amazonaws.com`,
});

const OTHERS = 'give itself or others more rights';
const BECOME = 'become that user or role';
const EXISTING = 'run its own code with the role of an existing resource';
const AS_ROLE = 'run its own code as the role that it passes';
const USERS = 'take over users of the application, or change what their tokens say';
const OPEN = 'change who may call the API';
const SHARE = 'let itself or others in, other accounts too';

/**
 * @see https://github.com/DataDog/pathfinding.cloud
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const escalationSets: readonly EscalationSet[] = [
  ...alone(
    [
      ...['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion', 'iam:AddUserToGroup'],
      ...['iam:PutUserPolicy', 'iam:PutGroupPolicy', 'iam:PutRolePolicy'],
      ...['iam:AttachUserPolicy', 'iam:AttachGroupPolicy', 'iam:AttachRolePolicy'],
    ],
    OTHERS,
  ),
  ...alone(
    ['iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile', 'iam:UpdateAssumeRolePolicy'],
    BECOME,
  ),
  ...alone(
    [
      ...['iam:DeleteUserPermissionsBoundary', 'iam:DeleteRolePermissionsBoundary'],
      ...['iam:PutUserPermissionsBoundary', 'iam:PutRolePermissionsBoundary'],
      ...['iam:DeleteUserPolicy', 'iam:DeleteRolePolicy', 'iam:DetachUserPolicy', 'iam:DetachRolePolicy'],
    ],
    'lift a limit: a boundary, or a policy that denies',
  ),
  ...alone(
    [
      ...['iam:CreateOpenIDConnectProvider', 'iam:UpdateOpenIDConnectProviderThumbprint', 'iam:CreateSAMLProvider'],
      ...['iam:AddClientIDToOpenIDConnectProvider', 'iam:UpdateSAMLProvider', 'iam:DeactivateMFADevice'],
    ],
    'let others sign in as its roles or users',
  ),
  ...alone(['lambda:UpdateFunctionCode', 'lambda:UpdateFunctionConfiguration'], EXISTING),
  ...alone(['ssm:SendCommand', 'ssm:StartSession', 'ecs:ExecuteCommand', 'codebuild:StartBuild'], EXISTING),
  ...alone(['ec2-instance-connect:SendSSHPublicKey', 'glue:UpdateDevEndpoint'], EXISTING),
  ...alone(['sagemaker:CreatePresignedNotebookInstanceUrl'], EXISTING),
  ...alone(['cloudformation:UpdateStack'], 'act as the role of a stack'),
  ...alone(['states:UpdateStateMachine'], 'call any service as the role of a state machine'),
  {
    name: 'cloudformation:CreateChangeSet and cloudformation:ExecuteChangeSet',
    gives: 'act as the role of a stack',
    needs: ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
  },
  passing('lambda', AS_ROLE, 'lambda:CreateFunction', [
    ...['lambda:InvokeFunction', 'lambda:AddPermission', 'lambda:CreateEventSourceMapping'],
    'lambda:CreateFunctionUrlConfig',
  ]),
  passing('ec2', AS_ROLE, ['ec2:RunInstances', 'ec2:RequestSpotInstances']),
  passing('ecs-tasks', AS_ROLE, 'ecs:RegisterTaskDefinition', ['ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService']),
  passing('glue', AS_ROLE, ['glue:CreateJob', 'glue:UpdateJob'], ['glue:StartJobRun', 'glue:CreateTrigger']),
  passing('glue', AS_ROLE, 'glue:CreateDevEndpoint'),
  passing('sagemaker', AS_ROLE, [
    ...['sagemaker:CreateNotebookInstance', 'sagemaker:CreateTrainingJob', 'sagemaker:CreateProcessingJob'],
  ]),
  passing('codebuild', AS_ROLE, 'codebuild:CreateProject', 'codebuild:StartBuild'),
  passing('tasks.apprunner', AS_ROLE, 'apprunner:CreateService'),
  passing('ec2', AS_ROLE, ['autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup']),
  passing('ecs-tasks', AS_ROLE, 'batch:RegisterJobDefinition', 'batch:SubmitJob'),
  passing('elasticmapreduce', AS_ROLE, 'elasticmapreduce:RunJobFlow'),
  passing('cloudformation', 'act as the role that it passes', [
    ...['cloudformation:CreateStack', 'cloudformation:CreateStackSet', 'cloudformation:UpdateStackSet'],
  ]),
  passing('states', 'call any service as the role that it passes', 'states:CreateStateMachine'),
  passing('scheduler', 'call any service as the role that it passes', [
    'scheduler:CreateSchedule',
    'scheduler:UpdateSchedule',
  ]),
  passing('pipes', 'run targets as the role that it passes', ['pipes:CreatePipe', 'pipes:UpdatePipe']),
  passing('appsync', 'call any service as the role that it passes', [
    'appsync:CreateDataSource',
    'appsync:UpdateDataSource',
  ]),
  passing('cognito-idp', 'give every member of a group the role', [
    'cognito-idp:CreateGroup',
    'cognito-idp:UpdateGroup',
  ]),
  passing('cognito-identity', 'give the role to anyone on the internet', 'cognito-identity:SetIdentityPoolRoles'),
  ...alone(['events:PutPermission', 'events:UpdateApiDestination'], 'send events, or a stored credential, elsewhere'),
  {
    name: 'events:PutTargets and events:PutEvents',
    gives: 'run any target',
    needs: ['events:PutTargets', 'events:PutEvents'],
  },
  {
    name: 'appsync:UpdateGraphqlApi and appsync:CreateApiKey',
    gives: 'open an API by key',
    needs: ['appsync:UpdateGraphqlApi', 'appsync:CreateApiKey'],
  },
  ...alone(
    [
      ...[
        'cognito-idp:AdminSetUserPassword',
        'cognito-idp:AdminUpdateUserAttributes',
        'cognito-idp:AdminAddUserToGroup',
      ],
      ...['cognito-idp:AdminSetUserMFAPreference', 'cognito-idp:SetUserPoolMfaConfig', 'cognito-idp:UpdateUserPool'],
      ...['cognito-idp:CreateIdentityProvider', 'cognito-idp:UpdateIdentityProvider'],
      ...[
        'cognito-idp:CreateUserPoolClient',
        'cognito-idp:UpdateUserPoolClient',
        'cognito-idp:AddUserPoolClientSecret',
      ],
      'cognito-identity:UpdateIdentityPool',
    ],
    USERS,
  ),
  ...alone(
    ['apigateway:PATCH', 'apigateway:PUT', 'apigateway:POST', 'apigateway:UpdateRestApiPolicy', 'apigateway:DELETE'],
    OPEN,
  ),
  ...alone(
    [
      ...['lambda:AddPermission', 'kms:PutKeyPolicy', 'kms:CreateGrant', 's3:PutBucketPolicy', 'sns:AddPermission'],
      ...['sns:SetTopicAttributes', 'sqs:AddPermission', 'sqs:SetQueueAttributes', 'secretsmanager:PutResourcePolicy'],
      ...['ecr:SetRepositoryPolicy', 'ram:CreateResourceShare'],
    ],
    SHARE,
  ),
  {
    name: 'secretsmanager:GetSecretValue',
    gives: 'read every secret',
    needs: ['secretsmanager:GetSecretValue'],
    onAny: 'arn:*:secretsmanager:*:*:secret:any-one',
  },
  {
    name: 'ssm:GetParameter',
    gives: 'read every parameter',
    needs: [['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath']],
    onAny: 'arn:*:ssm:*:*:parameter/any-one',
  },
  {
    name: 'kms:Decrypt',
    gives: 'decrypt with every key that leaves it to IAM',
    needs: ['kms:Decrypt'],
    onAny: 'arn:*:kms:*:*:key/any-one',
  },
  {
    name: 'sts:AssumeRole',
    gives: 'become every role that trusts the account',
    needs: ['sts:AssumeRole'],
    onAny: 'arn:*:iam::*:role/any-one',
  },
  ...alone(['wafv2:UpdateWebACL', 'wafv2:DisassociateWebACL'], 'lift the filter in front of an API'),
  ...alone(['route53:ChangeResourceRecordSets'], 'send a domain, and its certificates, elsewhere'),
  ...alone(['organizations:LeaveOrganization'], 'take the account out of the policies of its organization'),
  ...alone(['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'], 'act without a record'),
  ...alone(['logs:PutSubscriptionFilter'], 'copy logs elsewhere'),
  ...setsOfAccount,
];
