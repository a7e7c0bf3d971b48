import { type Tree, visitNotIgnoredFiles } from '@nx/devkit';

const base = 'environments/base.json';
/** For GitLab, with the names of CI's roles. */
const PIPELINE = 'docs/other-ci/gitlab-ci.yml';
const field = /("project":\s*)"([^"]*)"/;

/** The project's name, as environments/base.json has it. */
export function currentProject(tree: Tree): string {
  return field.exec(text(tree, base))?.[2] ?? 'gatehouse';
}

/**
 * Renames what names in AWS are made of, in the files that hold them: environment files, the pipeline and OpenAPI documents. Texts
 * are edited, so that comments and layout stay.
 */
export function renameProject(tree: Tree, former: string, project: string, repository?: string): void {
  edit(tree, base, (content) => content.replace(field, `$1"${project}"`));
  // Names with the project in them: state buckets, keys, domains. Not the editor's schema files.
  const named = new RegExp(`(?<=["/])${former}(?=-)`, 'g');
  const environments = tree.children('environments').filter((name) => /(?<!schema)\.json$/.test(name));
  for (const file of [...environments.map((name) => `environments/${name}`), PIPELINE])
    edit(tree, file, (content) => content.replace(named, project));
  const github = /("repository":\s*)"[^"]*"/;
  if (repository !== undefined) {
    edit(tree, 'environments/bootstrap.json', (content) => content.replace(github, `$1"${repository}"`));
  }
  visitNotIgnoredFiles(tree, 'libs/stacks', (file) => {
    if (/\.(ya?ml|json)$/.test(file)) {
      edit(tree, file, (content) => content.replaceAll(`x-${former}-`, `x-${project}-`));
    }
  });
}

function edit(tree: Tree, file: string, change: (content: string) => string): void {
  const before = text(tree, file);
  const after = change(before);
  if (after !== before) tree.write(file, after);
}

const text = (tree: Tree, file: string): string => tree.read(file, 'utf8') ?? '';
