import type { Surface, Unknown } from './model';
import { isUnknown } from './model/value';
import { UnreadableError } from './terraform/unreadable';

/** Applied state says everything; what stays open there belongs to a stack that was not given. */
export function assertKnown(surface: Surface<Unknown>): asserts surface is Surface {
  const [first] = openValues(surface, '', '');
  if (!first) return;
  const references = first.value.references?.join(', ');
  throw new UnreadableError(
    `${first.address}: ${first.path}`,
    'a value that the states say',
    references ? `a reference to ${references}` : 'none',
    'Give the states of all stacks that share this API together.',
  );
}

interface OpenValue {
  readonly address: string;
  readonly path: string;
  readonly value: Unknown;
}

function* openValues(value: unknown, address: string, path: string): Generator<OpenValue> {
  if (isUnknown(value)) yield { address, path, value };
  else if (Array.isArray(value)) for (const item of value) yield* openValues(item, address, path);
  else if (typeof value === 'object' && value !== null) {
    const own = 'address' in value && typeof value.address === 'string' ? value.address : address;
    for (const [key, item] of Object.entries(value)) {
      yield* openValues(item, own, own === address && path !== '' ? `${path}.${key}` : key);
    }
  }
}
