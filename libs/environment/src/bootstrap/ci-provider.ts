import { type BootstrapFile } from './schema';

/** The identity provider whose tokens the roles of CI trust. */
export interface CiProvider {
  /** Its name in `bootstrap.json`. */
  readonly kind: 'github' | 'gitlab';
  readonly title: 'GitHub' | 'GitLab';
  /** Without `https://`. */
  readonly issuer: string;
  /** The region whose bootstrap makes it, or `elsewhere`, by account. */
  readonly makers: Readonly<Record<string, string>>;
}

/** That of GitHub or of GitLab: a file has one of them. */
export function ciProviderOf({ github, gitlab }: BootstrapFile): CiProvider {
  if (gitlab) return { kind: 'gitlab', title: 'GitLab', issuer: gitlab.host, makers: gitlab.provider };
  return {
    ...{ kind: 'github', title: 'GitHub' },
    issuer: 'token.actions.githubusercontent.com',
    makers: github?.provider ?? {},
  };
}
