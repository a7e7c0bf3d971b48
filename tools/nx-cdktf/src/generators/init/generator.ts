import { join } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { formatFiles, type GeneratorCallback, type Tree } from '@nx/devkit';
import { updateLockFile } from '../update-lock-file';
import { writeCodeOwners } from './code-owners';
import { removeProductWorkflows } from './product-workflows';
import { refuseDeployed } from './refuse-deployed';
import { removeSample } from './remove-sample';
import { currentProject, renameProject } from './rename-project';
import { renewRights } from './renew-rights';
import { writeSampleAsBody } from './sample-as-body';

export interface InitOptions {
  /** 2 to 16 lowercase letters, digits and hyphens. */
  readonly project: string;
  /** GitHub users and teams, separated by spaces: `@acme/platform @acme/security`. */
  readonly owners: string;
  /** `owner/name` on GitHub. */
  readonly repository?: string;
  readonly sample?: boolean;
  readonly force?: boolean;
}

/**
 * Makes the repository a team's own: its names, its owners, its workflows, and on request nothing of the sample. The
 * packages keep their names, so that the next version of this repository merges.
 *
 * @throws UserError for a name or an owner that cannot be used, and where something may be deployed already
 */
export default async function initGenerator(tree: Tree, options: InitOptions): Promise<GeneratorCallback> {
  const { force = false, owners, project, repository, sample = true } = options;
  checkOptions(options);
  const directory = join(tree.root, 'environments');
  const former = currentProject(tree);
  if (former !== project && !force) refuseDeployed(directory, former);

  renameProject(tree, former, project, repository);
  writeCodeOwners(tree, owners.split(/[\s,]+/));
  removeProductWorkflows(tree);
  if (!sample) removeSample(tree);
  // By another name everything is made anew.
  else if (former !== project) writeSampleAsBody(tree);
  await formatFiles(tree);

  return () => {
    if (!sample) updateLockFile(tree.root);
    renewRights(tree.root);
    console.log(nextSteps(project, repository !== undefined));
  };
}

function checkOptions({ owners, project, repository }: InitOptions): void {
  if (!/^[a-z][a-z0-9-]{0,14}[a-z0-9]$/.test(project)) {
    throw new UserError(
      `"${project}" cannot be the name of a project.\n` +
        'Use 2 to 16 lowercase letters, digits and hyphens, starting with a letter and not ending with a hyphen.',
    );
  }
  const wrong = owners.split(/[\s,]+/).find((owner) => !/^(@[\w-]+(\/[\w.-]+)?|[^@\s]+@[^@\s]+)$/.test(owner));
  if (wrong !== undefined) {
    throw new UserError(
      `--owners: expected GitHub users or teams such as @acme/platform, found "${wrong}".\nCorrect it.`,
    );
  }
  if (repository !== undefined && !/^[\w-]+\/[\w.-]+$/.test(repository)) {
    throw new UserError(`--repository: expected owner/name, found "${repository}".\nCorrect it.`);
  }
}

const nextSteps = (project: string, hasRepository: boolean): string => `
The repository is ${project}'s. What is left, in environments/:

  <environment>.json   "account" and "state": your AWS accounts and state buckets
  bootstrap.json       ${hasRepository ? '"github": your repository, as you gave it' : '"github": your repository, whose workflows CI\'s roles trust'}

Then run npm start, and go on with docs/make-it-yours.md.
`;
