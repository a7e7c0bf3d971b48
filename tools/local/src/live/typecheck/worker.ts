import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CheckedProject } from './checked-project';

/** What a worker is asked. */
export interface Question {
  readonly id: number;
  /** Folders of projects, from the root: `apps/local`. */
  readonly projects: readonly string[];
}

export interface Answer {
  readonly id: number;
  readonly problems: readonly string[];
}

const [, , root = ''] = process.argv;
const known = new Map<string, CheckedProject>();

process.on('message', ({ id, projects }: Question) => {
  const problems = projects.flatMap((project) => {
    const config = join(root, project, 'tsconfig.json');
    // As with Nx: without it nothing says how it is to be checked.
    if (!existsSync(config)) return [];
    const checked = known.get(project) ?? new CheckedProject(config, root);
    known.set(project, checked);
    return checked.check();
  });
  process.send?.({ id, problems: [...new Set(problems)] } satisfies Answer);
});
