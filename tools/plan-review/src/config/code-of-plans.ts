import { UnreadableError, type ModuleCode, type TerraformPlan } from '@gatehouse/surface';
import type { CodeFolder } from './folder';

/**
 * Which folder has the code of which plan: the one that declares everything that the configuration in the plan does, or some of
 * it and nothing else.
 *
 * @throws UnreadableError a folder has the code of none of the plans
 */
export function codeOfPlans(
  plans: Readonly<Record<string, TerraformPlan>>,
  folders: readonly CodeFolder[],
): Readonly<Record<string, ModuleCode>> {
  const declared = folders.map(({ code }) => declaredIn(code.content));
  const used = new Set<CodeFolder>();
  const found: Record<string, ModuleCode> = {};
  for (const [stack, plan] of Object.entries(plans)) {
    const wanted = configuredIn(plan);
    const whole = declared.findIndex((names) => wanted.every((name) => names.has(name)));
    const at = whole >= 0 ? whole : declared.findIndex((names) => isPart(names, wanted));
    const folder = folders[at];
    if (!folder) continue;
    used.add(folder);
    found[stack] = folder.code;
  }
  const unused = folders.findIndex((folder) => !used.has(folder));
  if (unused >= 0) throw notOf(plans, folders[unused] as CodeFolder, declared[unused] as ReadonlySet<string>);
  return found;
}

/** Whether code declares everything that the configuration in a plan does, and nothing else that is a resource. */
export function declares(content: ModuleCode['content'], plan: TerraformPlan): boolean {
  const [declared, configured] = [declaredIn(content), configuredIn(plan)];
  return declared.size === configured.length && configured.every((name) => declared.has(name));
}

function notOf(
  plans: Readonly<Record<string, TerraformPlan>>,
  { folder }: CodeFolder,
  declared: ReadonlySet<string>,
): UnreadableError {
  const missing = Object.values(plans)
    .flatMap(configuredIn)
    .find((name) => !declared.has(name));
  return new UnreadableError(
    `--config ${folder}`,
    'the code of a plan',
    missing === undefined ? 'that of a plan that another folder has' : `code without ${missing}`,
    'Give the folder in which the plan was made.',
  );
}

const isPart = (names: ReadonlySet<string>, wanted: readonly string[]): boolean =>
  names.size > 0 && [...names].every((name) => wanted.includes(name));

const objects = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (each): each is Record<string, unknown> => typeof each === 'object' && each !== null,
  );

/** `aws_x.y`, `data.aws_x.y`, `module.z` */
function declaredIn(content: ModuleCode['content']): ReadonlySet<string> {
  const labelled = (section: string, prefix: string) =>
    objects(content[section]).flatMap((types) =>
      Object.entries(types).flatMap(([type, names]) =>
        objects(names).flatMap((each) => Object.keys(each).map((name) => `${prefix}${type}.${name}`)),
      ),
    );
  const calls = objects(content['module']).flatMap((each) => Object.keys(each).map((name) => `module.${name}`));
  return new Set([...labelled('resource', ''), ...labelled('data', 'data.'), ...calls]);
}

function configuredIn({ configuration }: TerraformPlan): readonly string[] {
  const [root = {}] = objects(objects(configuration)[0]?.['root_module']);
  return [
    ...objects(root['resources']).map(({ address }) => String(address)),
    ...objects(root['module_calls']).flatMap((calls) => Object.keys(calls).map((name) => `module.${name}`)),
  ];
}
