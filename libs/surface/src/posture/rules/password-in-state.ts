import { postureRule } from '../../findings/rule';
import { unnamed, violations } from '../../findings/violations';

export const passwordInState = postureRule({
  id: 'password-in-state',
  severity: 'high',
  title: 'Password of a user in Terraform',
  why: 'Terraform keeps the password of a user that it makes in its state, in plain text. That is for users of tests.',
  remediation: 'Remove password and temporary_password: Cognito then makes a temporary one and invites the user.',
  page: 'https://developer.hashicorp.com/terraform/language/manage-sensitive-data',
  onlyAt: 'production',
  find: ({ users }) =>
    violations(
      'user',
      users.filter(({ hasPassword }) => hasPassword).map(unnamed),
      'Everyone who can read the Terraform state can sign in as that user.',
    ),
});
