import { type JournalEntry } from '../apply-journal';
import { importCommandLine } from '../import-command-line';
import { importId } from '../import-id';
import { readStackConfig, type StackConfig } from '../stack-config';
import { type Stack } from '../stacks';
import { type AwsHere, awsHere } from './aws-here';
import { knownIds } from './known-ids';
import { type Listed, type Listing, LISTINGS } from './listings';
import { hasTags, type Tags, tagsOf } from './tags';

/** What an apply was making when it was killed. */
export interface InFlight {
  readonly entry: JournalEntry;
  /** Value of one of its arguments; nothing when it cannot be known. */
  readonly attribute: (name: string) => string | undefined;
}

/** Why it cannot be known what AWS has: the end of a sentence. */
export interface Unknown {
  readonly unknown: string;
}

/** Finds what AWS has of it. @returns three lines for each: what it is, and a command for either end */
export type Look = (inFlight: InFlight) => Promise<readonly string[] | Unknown>;

/** Clocks differ a little. */
const SKEW_MS = 120_000;

/**
 * Looks for what an apply made at the moment when it was killed, so that AWS has it and no state does: by name, by the tags of the
 * environment, and by when it was made.
 *
 * @param all every stack of the environment
 * @param connect @default - the AWS of the stack's provider
 */
export const lookInAws =
  (stack: Stack, all: readonly Stack[], connect = awsHere): Look =>
  async (inFlight) => {
    const { address, type } = inFlight.entry;
    const config = readStackConfig(stack);
    const wanted = wantedOf(config, inFlight);
    if ('unknown' in wanted) return wanted;
    try {
      const aws = await connect(config, wanted.provider);
      const found = await findIn(aws, wanted, inFlight);
      if ('unknown' in found) return found;
      const known = found.length === 0 ? new Set() : await knownIds(all, type);
      return found
        .filter(({ id }) => !known.has(id))
        .map((one) => {
          const { attribute } = inFlight;
          const importAs = importId(type, (name) => (name === 'id' ? one.id : attribute(name))) ?? one.id;
          const where = `--region ${aws.region}${aws.endpoint === undefined ? '' : ` --endpoint-url ${aws.endpoint}`}`;
          const remove = wanted.listing.remove(one, attribute).map((command) => `aws ${command} ${where}`);
          return [
            `${address}: ${one.id}${one.made === undefined ? '' : `, made at ${one.made.toISOString()}`}`,
            `  to take it over: ${importCommandLine(stack, address, importAs)}`,
            `  or to remove it: ${remove.join(' && ')}`,
          ].join('\n');
        });
    } catch (error) {
      return { unknown: (error as Error).message };
    }
  };

interface Wanted {
  readonly listing: Listing;
  readonly name: string;
  readonly provider: Block;
  readonly tags: Tags;
}

type Block = Readonly<Record<string, unknown>>;

function wantedOf(config: StackConfig, { attribute, entry }: InFlight): Wanted | Unknown {
  const { address, name: ownName, type } = entry;
  const listing = LISTINGS[type];
  if (listing === undefined) return { unknown: 'resources of its type are not looked for' };
  const block = config.resource?.[type]?.[ownName];
  // What is in a module may have the name of what is not.
  if (block === undefined || address.startsWith('module.')) return { unknown: 'it is in a module' };
  const name = attribute(listing.named);
  if (name === undefined) return { unknown: 'its name is known only when it is made' };
  const provider = providerOf(config, block);
  if (provider === undefined) return { unknown: 'the stack has no such provider' };
  return { listing, name, provider, tags: tagsOf(provider, block) };
}

async function findIn(
  aws: AwsHere,
  { listing, name, tags }: Wanted,
  { attribute, entry: { at } }: InFlight,
): Promise<readonly Listed[] | Unknown> {
  const listed = await listing.find(aws, name, attribute);
  if (listed === undefined) return { unknown: 'what it belongs to is not known' };
  const since = at === undefined ? -Infinity : Date.parse(at) - SKEW_MS;
  const recent = listed.filter(({ made }) => made === undefined || made.getTime() >= since);
  const untold = recent.filter(({ tags: has }) => has !== undefined);
  if (untold.length > 0 && Object.keys(tags).length === 0) {
    const ids = untold.map(({ id }) => id).join(', ');
    return {
      unknown: `AWS has ${ids} with that name, and the stack sets no tags that would tell whether it is this one`,
    };
  }
  return recent.filter(({ tags: has }) => hasTags(has, tags));
}

/** The one that a resource names, or the one without a name. */
function providerOf(config: StackConfig, block: Block): Block | undefined {
  const [, alias] = String(block['provider'] ?? 'aws').split('.');
  return config.provider?.['aws']?.find((each) => each['alias'] === alias);
}
