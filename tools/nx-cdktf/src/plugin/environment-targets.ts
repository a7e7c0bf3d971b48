import { type TargetConfiguration } from '@nx/devkit';
import { checkTarget } from './check-target';
import { serveTarget } from './serve-target';
import { SYNTH, synthTarget } from './synth-target';
import { checkedTerraformTarget as checked, terraformTarget as terraform, validateTarget } from './terraform-targets';

/**
 * Targets of an app that deploys an environment. Only `synth`, `check` and `validate` are cached: what the others say depends on
 * the state and on AWS, which no input covers.
 *
 * @param files the environment's file and the ones it extends, its snapshot of user pools and its canaries; no others: another
 * environment's change is not ours
 * @param archives apps whose archives are deployed
 * @param place what else follows from where it is deployed: into an emulator, and whether `npm start` serves it
 */
export function environmentTargets(
  files: readonly string[],
  archives: readonly string[],
  { emulated, served }: { readonly emulated: boolean; readonly served: boolean },
): Record<string, TargetConfiguration> {
  return {
    synth: synthTarget(SYNTH, files, archives, emulated),
    ...(served && { serve: serveTarget() }),
    check: checkTarget(),
    validate: validateTarget(),
    // Nx exits with 1 for every failure, and changes are none. What needs the exit codes calls `gatehouse` itself.
    plan: checked('plan --no-detailed-exitcode'),
    review: checked('review'),
    deploy: { ...checked('deploy'), parallelism: false },
    canary: { ...terraform('canary'), parallelism: false },
    destroy: { ...terraform('destroy'), parallelism: false },
    // Synthesizes itself, while the snapshot is away that would refuse it.
    ...(!emulated && { 'accept-schema': { command: 'gatehouse accept-schema {projectName}', ...alone } }),
    // Synthesizes both sides itself: Nx cannot know the other one, which is an argument.
    'diff-env': { command: 'gatehouse diff-env {projectName}', cache: false },
    client: { command: 'gatehouse client {projectName}', cache: false },
    // Drift is a failure to Nx, so that a scheduled job is red.
    drift: terraform('drift'),
    outputs: terraform('outputs'),
    'export-users': { ...terraform('export-users'), parallelism: false },
    'import-users': { ...terraform('import-users'), parallelism: false },
    backup: { ...terraform('backup'), parallelism: false },
    'rehearse-restore': { ...terraform('rehearse-restore'), parallelism: false },
    // `nx import` is a command of Nx itself.
    'import-resource': { ...terraform('import-resource'), parallelism: false },
    recover: { ...terraform('recover'), parallelism: false },
    'restore-state': { ...terraform('restore-state'), parallelism: false },
    'move-state': { ...terraform('move-state'), parallelism: false },
    unlock: terraform('unlock'),
  };
}

const alone = { cache: false, parallelism: false };
