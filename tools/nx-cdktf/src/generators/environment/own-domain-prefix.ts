const LONGEST = 63;

/**
 * A sign-in domain's prefix for the new environment: prefixes are unique among all AWS accounts, so it cannot be
 * inherited. The source's name in it becomes the new name; otherwise the new name is added.
 *
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html
 */
export function ownDomainPrefix(prefix: string, from: string, name: string): string {
  const words = new RegExp(`(?<![a-z0-9])${from}(?![a-z0-9])`);
  const renamed = words.test(prefix) ? prefix.replace(words, name) : `${prefix}-${name}`;
  if (renamed.length <= LONGEST) return renamed;
  return `${prefix.slice(0, LONGEST - 1 - name.length).replace(/-+$/, '')}-${name}`;
}
