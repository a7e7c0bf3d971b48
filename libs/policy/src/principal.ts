import { type Principal } from './model';

/** The account in an ARN; S3 leaves it out. */
export const accountIn = (arn: string): string | undefined => arn.split(':')[4] || undefined;

/** The principal's account. Services, people with a token and anonymous callers have none. */
export const accountOf = (principal: Principal): string | undefined =>
  'arn' in principal ? accountIn(principal.arn) : undefined;

/** The ARN of the user, or of the role that a session is of: `aws:PrincipalArn`. */
export const entityArn = (principal: Principal): string | undefined =>
  principal.type === 'session' ? principal.roleArn : 'arn' in principal ? principal.arn : undefined;

/** Who a message or a policy names: `{ "AWS": "arn:..." }`. */
export function nameOf(principal: Principal): Readonly<Record<string, string>> | '*' {
  if (principal.type === 'service') return { Service: principal.service };
  if (principal.type === 'federated') return { Federated: principal.provider };
  const arn = entityArn(principal);
  return arn === undefined ? '*' : { AWS: arn };
}
