/** What the workspace is inferred from; environment files are here so that Nx infers again when `extends` changes. */
export const WORKSPACE_FILES = '{{apps,libs,tools}/**/{package.json,*.ts},environments/*.json}';

/** The workspace's files by project, as Nx hands them to the plugin. */
export class WorkspaceFiles {
  /** Folders of the projects, e.g. `apps/dev`. */
  readonly projects: readonly string[];

  constructor(private readonly files: readonly string[]) {
    const markers = files.filter((file) => /^[^/]+\/[^/]+\/(package\.json|main\.ts)$/.test(file));
    this.projects = [...new Set(markers.map((file) => file.slice(0, file.lastIndexOf('/'))))].sort();
  }

  /** Environment files and the parts that they extend. */
  get environments(): readonly string[] {
    return this.files.filter((file) => /^environments\/.*\.json$/.test(file) && !file.endsWith('schema.json'));
  }

  /** Files that are beside the apps, in none of them. */
  get besideApps(): readonly string[] {
    return this.files.filter((file) => /^apps\/[^/]+$/.test(file));
  }

  has(file: string): boolean {
    return this.files.includes(file);
  }

  /** Files of one project, from the workspace root. */
  of(root: string): readonly string[] {
    return this.files.filter((file) => file.startsWith(`${root}/`));
  }
}
