import { didYouMean } from '@gatehouse/checks';
import { UserError } from '@gatehouse/cli-kit';
import { type GeneratorCallback, type Tree } from '@nx/devkit';
import { refuseName } from '../service/service-name';
import { updateLockFile } from '../update-lock-file';
import { triggerFiles } from './files';
import { nextSteps } from './next-steps';
import { type TriggerKind, triggers } from './triggers';

export interface TriggerOptions {
  /** Such as `pre-token-generation`. */
  readonly trigger: string;
  /** Name of the service. @default - the trigger's */
  readonly service?: string;
  /** Version of the event, such as `V2_0`. @default - see the trigger */
  readonly event?: string;
}

/**
 * Adds a service that is a Lambda trigger of a user pool, with a test that sends it the event that AWS documents.
 *
 * @throws UserError for a trigger or a version that Cognito does not have, and a name that cannot be used.
 */
export default function triggerGenerator(tree: Tree, options: TriggerOptions): GeneratorCallback {
  const { service: name = options.trigger, trigger } = options;
  const kind = kindOf(trigger);
  const version = versionOf(kind, options);
  refuseName(tree, name);
  const service = { name, trigger, version };
  for (const [file, content] of Object.entries(triggerFiles(kind, service)))
    tree.write(`apps/${name}/${file}`, content);
  return () => {
    updateLockFile(tree.root);
    console.log(nextSteps(kind, service));
  };
}

function kindOf(trigger: string): TriggerKind {
  const kind = triggers[trigger];
  if (kind !== undefined) return kind;
  const names = Object.keys(triggers);
  const meant = didYouMean(trigger, names);
  throw new UserError(
    `A user pool has no trigger "${trigger}".${meant === undefined ? '' : ` ${meant}`}\n` +
      `Triggers: ${names.join(', ')}.`,
  );
}

function versionOf({ versions = [] }: TriggerKind, { event, trigger }: TriggerOptions): string | undefined {
  if (event === undefined || versions.includes(event)) return event ?? versions[0];
  const have =
    versions.length > 0 ? `Its versions are ${versions.join(', ')}.` : 'It has one version, so leave it out.';
  throw new UserError(`The event of ${trigger} has no version "${event}".\n${have}`);
}
