import { type Environment } from './schema/environment';

/** Tags for everything in an environment: the ones of its file, and who owns the resource. */
export function defaultTags(environment: Pick<Environment, 'name' | 'project' | 'tags'>): Record<string, string> {
  return {
    ...environment.tags,
    Project: environment.project,
    Environment: environment.name,
    ManagedBy: 'Terraform',
  };
}
