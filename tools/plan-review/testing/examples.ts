import { notReviewed } from '../src/build/stack';
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

export const aStack = (more: Partial<StackReview> & Pick<StackReview, 'name'>): StackReview => {
  const empty = notReviewed(more.name, '');
  delete (empty as { why?: string }).why;
  return {
    ...empty,
    status: 'changes',
    terraformVersion: '1.11.4',
    digest: 'gh2-8f3c1d6a5b0e4f7290a1c3d5e7f90b2d4f6a8c0e',
    ...more,
  };
};

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
