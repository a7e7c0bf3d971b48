/**
 * A world small enough to write down who and what each pattern stands for. The oracle looks up these tables; it compares no
 * text, so it shares no rule of matching with what it checks.
 */
export const here = '111122223333';
export const there = '444455556666';

export const principals = {
  ann: { type: 'user', arn: `arn:aws:iam::${here}:user/ann` },
  first: {
    type: 'session',
    arn: `arn:aws:sts::${here}:assumed-role/app/first`,
    roleArn: `arn:aws:iam::${here}:role/app`,
  },
  second: {
    type: 'session',
    arn: `arn:aws:sts::${here}:assumed-role/app/second`,
    roleArn: `arn:aws:iam::${here}:role/app`,
  },
  fed: {
    type: 'federatedUser',
    arn: `arn:aws:sts::${here}:federated-user/fed`,
    userArn: `arn:aws:iam::${here}:user/ann`,
  },
  root: { type: 'root', arn: `arn:aws:iam::${here}:root` },
  bob: { type: 'user', arn: `arn:aws:iam::${there}:user/bob` },
  lambda: { type: 'service', service: 'lambda.amazonaws.com' },
  anyone: { type: 'anonymous' },
} as const;

export type Who = keyof typeof principals;
export const everyone = Object.keys(principals) as Who[];

/** Who each entry of `Principal` names: itself, by its role or user, by its account. */
export const named: Record<string, { entry: unknown; itself: Who[]; role?: Who[]; account?: Who[] }> = {
  everyone: { entry: '*', itself: everyone },
  aws: { entry: { AWS: '*' }, itself: everyone },
  ann: { entry: { AWS: `arn:aws:iam::${here}:user/ann` }, itself: ['ann'], role: ['fed'] },
  app: { entry: { AWS: `arn:aws:iam::${here}:role/app` }, itself: [], role: ['first', 'second'] },
  first: { entry: { AWS: [`arn:aws:sts::${here}:assumed-role/app/first`] }, itself: ['first'] },
  fed: { entry: { AWS: `arn:aws:sts::${here}:federated-user/fed` }, itself: ['fed'] },
  own: { entry: { AWS: here }, itself: ['root'], account: ['ann', 'first', 'second', 'fed'] },
  other: { entry: { AWS: `arn:aws:iam::${there}:root` }, itself: [], account: ['bob'] },
  bob: { entry: { AWS: `arn:aws:iam::${there}:user/bob` }, itself: ['bob'] },
  lambda: { entry: { Service: ['lambda.amazonaws.com', 'sns.amazonaws.com'] }, itself: ['lambda'] },
  deleted: { entry: { AWS: 'AROAEXAMPLE' }, itself: [] },
};

/** `NotPrincipal` of the own account and one of it, and who it spares. */
export const spared: Record<string, { entry: unknown; who: Who[] }> = {
  ann: { entry: { AWS: [here, `arn:aws:iam::${here}:user/ann`] }, who: ['ann', 'root'] },
  app: { entry: { AWS: [here, `arn:aws:iam::${here}:role/app`] }, who: ['first', 'second', 'root'] },
  first: {
    entry: {
      AWS: [here, `arn:aws:iam::${here}:role/app`, `arn:aws:sts::${here}:assumed-role/app/first`],
    },
    who: ['first', 'root'],
  },
  session: { entry: { AWS: [here, `arn:aws:sts::${here}:assumed-role/app/first`] }, who: ['root'] },
  annAlone: { entry: { AWS: `arn:aws:iam::${here}:user/ann` }, who: [] },
  lambda: { entry: { Service: 'lambda.amazonaws.com' }, who: ['lambda'] },
};

export const actions = ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage'];

export const actionPatterns: Record<string, string[]> = {
  '*': actions,
  's3:*': ['s3:GetObject', 's3:PutObject'],
  's3:GetObject': ['s3:GetObject'],
  'S3:getobject': ['s3:GetObject'],
  's3:???Object': ['s3:GetObject', 's3:PutObject'],
  '*:*e*': ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage'],
  'sqs:Send*': ['sqs:SendMessage'],
  'sqs:Receive*': [],
};

export const resources = ['arn:aws:s3:::b/x', 'arn:aws:s3:::b/y', 'arn:aws:s3:::c/x'];

/** By the value of the one condition key, where the pattern has it as a variable. */
export const resourcePatterns: Record<string, string[] | ((k: string | undefined) => string[])> = {
  '*': resources,
  'arn:aws:s3:::*': resources,
  'arn:aws:s3:::b/*': ['arn:aws:s3:::b/x', 'arn:aws:s3:::b/y'],
  'arn:aws:s3:::?/x': ['arn:aws:s3:::b/x', 'arn:aws:s3:::c/x'],
  'arn:aws:s3:::B/x': [],
  'arn:aws:s3:::b/${key}': (k) => (k === undefined ? [] : [`arn:aws:s3:::b/${k}`]),
  "arn:aws:s3:::c/${KEY, 'x'}": (k) => [`arn:aws:s3:::c/${k ?? 'x'}`],
};

/** Values of the one condition key, `Key`. */
export const contexts: (string | string[] | undefined)[] = [undefined, 'x', 'y', [], ['x', 'y'], ['y']];

/** Which values each value of a policy stands for, under `StringLike`. */
export const likes: Record<string, string[]> = { x: ['x'], y: ['y'], '*': ['x', 'y'], '?': ['x', 'y'], z: [] };
