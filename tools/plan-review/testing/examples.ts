import type { ChangeReview, EnvironmentReview, ReviewFinding, StackReview } from '../src/model/review';

export const aChange = (more: Partial<ChangeReview> & Pick<ChangeReview, 'address'>): ChangeReview => ({
  type: more.address.replace(/^module\.[^.]+\./, '').split('.')[0] ?? '',
  action: 'update',
  changed: [],
  attributes: [],
  fingerprint: '0'.repeat(32),
  ...more,
});

export const aFinding = (more: Partial<ReviewFinding> = {}): ReviewFinding => ({
  rule: 'route-public',
  severity: 'critical',
  subject: 'GET /me',
  message: 'Anyone on the internet can call it from now on.',
  remediation: 'Give it Auth.idToken() or Auth.accessToken().',
  before: 'signed-in user (ID token)',
  after: 'anyone',
  address: 'aws_api_gateway_method.get_me',
  ...more,
});

export const aStack = (more: Partial<StackReview> & Pick<StackReview, 'name'>): StackReview => ({
  status: 'changes',
  counts: { add: 0, change: 0, destroy: 0, import: 0, move: 0, forget: 0, invoke: 0 },
  changes: [],
  drift: [],
  deferred: [],
  outputs: [],
  checks: [],
  actionInvocations: [],
  terraformVersion: '1.11.4',
  digest: 'gh1-8f3c1d6a5b0e4f7290a1c3d5e7f90b2d4f6a8c0e',
  ...more,
});

export const anEnvironment = (more: Partial<EnvironmentReview> = {}): EnvironmentReview => ({
  access: [],
  findings: [],
  suppressed: [],
  standing: [],
  unusedSuppressions: [],
  apis: ['reports'],
  stacks: [],
  ...more,
});
