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

function remedyOf({ effect }: SchemaChange, { environment }: Place): string {
  const accept = `npx nx accept-schema ${environment}`;
  switch (effect) {
    case 'destroys':
      return `Put it back, or write a moved block if it has another address now. If it may go, or was never deployed: ${accept}.`;
    case 'replaces':
      return `Put it back. If the pool may go, or was never deployed: ${accept}.`;
    case 'fails':
      return `Put it back: an attribute that nobody uses costs nothing. For a pool without it, make a new pool under another id. If it was never deployed: ${accept}.`;
    case 'adds':
      return `Leave it as it was, and check the value in a pre sign-up trigger. If the pool was never deployed: ${accept}.`;
  }
}
