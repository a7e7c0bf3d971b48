import { fill } from './arn';
import { type Ask, type Question, Unmapped } from './question';
import { prefixOf, reference } from './reference';

/** Most operations are an action of the same name, and a parameter names the resource. */
export const namedLikeTheirOperation = (question: Question): Promise<Ask[]> =>
  onNamedResources(question, question.operation as string);

/** The action, once for each resource that the parameters name. */
export async function onNamedResources(question: Question, name: string, context?: Ask['context']): Promise<Ask[]> {
  const action = `${prefixOf(question.service)}:${name}`;
  const known = await reference(action);
  if (!known) throw new Unmapped(`${action} is not an action of the Service Authorization Reference`);
  const resources = new Set<string>();
  for (const kind of known.kinds) {
    const found = fill(kind, question);
    if (kind.required && found.length === 0) {
      throw new Unmapped(`no parameter of ${question.operation} names the ${kind.name} that it asks for`);
    }
    for (const arn of found) resources.add(arn);
  }
  return [...(resources.size > 0 ? resources : ['*'])].map((resource) => ({ action, resource, context }));
}
