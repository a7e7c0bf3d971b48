import { standardTypeOf } from '../cognito/standard-attributes';
import type { SchemaChange } from './changes';

interface Place {
  /** The snapshot's. */
  readonly file: string;
  readonly environment: string;
}

/** A change in words: where, what was expected, what was found, what would happen, what to do. */
export const describeSchemaChange = (change: SchemaChange, place: Place): string =>
  `${place.file}, ${change.path}: expected ${change.expected}, found ${change.found}. ${CONSEQUENCES[change.effect]} ${remedyOf(change, place)}`;

/** What an apply would do. */
export const CONSEQUENCES: Readonly<Record<SchemaChange['effect'], string>> = {
  destroys: 'Terraform would destroy the pool, and every account in it is lost.',
  replaces: 'Terraform would replace the pool, and every account in it is lost.',
  fails: 'The apply would fail half-way: Cognito never changes or removes an attribute.',
  adds: 'Cognito decides this when it makes a pool; Terraform would add a custom attribute of that name.',
};

function remedyOf({ effect, found, path }: SchemaChange, { environment }: Place): string {
  const accept = `npx nx accept-schema ${environment}`;
  switch (effect) {
    case 'destroys':
      return `Put it back, or write a moved block if it has another address now. If it may go, or was never deployed: ${accept}.`;
    case 'replaces':
      return `Put it back. If the pool may go, or was never deployed: ${accept}.`;
    case 'fails':
      return `${attributeRemedy(path, found)} For other attributes, make a new pool under another id. If it was never deployed: ${accept}.`;
    case 'adds':
      return `Leave it as it was, and check the value in a pre sign-up trigger. If the pool was never deployed: ${accept}.`;
  }
}

/** What the code has to say again of an attribute. */
function attributeRemedy(path: string, found: string): string {
  const name = /\.attributes\["(.+)"\]$/.exec(path)?.[1] ?? '';
  if (standardTypeOf(name) !== undefined)
    return 'Write it in standardAttributes (schema) as it was: Cognito goes on asking each new user for what it required at first.';
  return found.startsWith('nothing')
    ? 'Put it back into customAttributes (schema): an attribute that nobody uses costs nothing.'
    : 'Write it in customAttributes (schema) as it was, and add an attribute of another name for what is new.';
}
