import type { ModuleCode } from '@gatehouse/surface';
import { isDone, placeOf } from './planned';
import { fieldsOf, isClear, isObject, type Fields } from './values';

/**
 * Data sources that are named only where no plan repeats the code: in locals, in `dynamic` and `connection` blocks, and in ephemeral
 * resources.
 *
 * @returns references from the root module: `module.a.data.aws_x.y.arn`
 */
export function unsaidAnswers({ content, modules = {} }: ModuleCode, path = ''): readonly string[] {
  const { locals, ephemeral, ...others } = content as Fields;
  const text = JSON.stringify([locals, ephemeral, unsaidBlocks(others)]);
  const inner = Object.entries(modules).flatMap(([name, code]) => unsaidAnswers(code, `${path}module.${name}.`));
  return [...[...text.matchAll(ANSWER)].map(([reference]) => `${path}${reference}`), ...inner];
}

/** Blocks with values of which something is known, though the plan has no expression of them: they are of `dynamic`. */
export function unsaidValues(changes: readonly Fields[], written: ReadonlyMap<string, Fields>): readonly string[] {
  return changes.filter(isDone).flatMap((entry) => {
    const { after, after_unknown: unknown } = fieldsOf(entry['change']);
    const said = written.get(placeOf(entry)) ?? {};
    return Object.entries(fieldsOf(unknown)).flatMap(([name, mask]) => {
      const blocks = fieldsOf(after)[name];
      const isUnsaid = !(name in said) && Array.isArray(mask) && !isClear(mask) && Array.isArray(blocks);
      return isUnsaid && blocks.some(isObject) ? [`${placeOf(entry)}: ${name}`] : [];
    });
  });
}

/** Variables whose value is given again at the apply, so that the plan has none. */
export const givenAgain = (content: Fields): readonly string[] =>
  Object.keys(fieldsOf(fieldsOf(fieldsOf(content['configuration'])['root_module'])['variables']))
    .filter((name) => !(name in fieldsOf(content['variables'])))
    .map((name) => `var.${name}`);

const ANSWER = /\bdata\.[a-z]\w*\.[\w-]+(?:\.[\w-]+|\[(?:\d+|\\"[^"\\]*\\")\])*/g;

function unsaidBlocks(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(unsaidBlocks);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'dynamic' || name === 'connection' ? [inner] : unsaidBlocks(inner),
  );
}
