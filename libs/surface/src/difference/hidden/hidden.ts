import type { PlannedChange } from '../../changes/planned-change';
import { nameOfChange } from '../../changes/name-of-change';
import type { Located, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import type { Resource } from '../../terraform/resource';
import { unknownsIn } from '../../terraform/convert';
import { parseDocument } from '../../terraform/document';
import { hasRepeatedKey } from '../../terraform/repeated-key';
import { settled } from '../../terraform/settle';
import { isObject } from '../../terraform/unreadable';
import type { Comparison } from '../comparison';
import { hadValue } from './had-value';
import { placeOf } from '../pairs';
import { isNeverComputed } from './never-computed';
import { PLACES, type Place } from './places';

/** A value that access depends on and that no plan shows. */
export interface Hidden extends Pick<Place, 'what' | 'weight'> {
  readonly at: Located;
  /** `new app client web` */
  readonly subject: string;
  /**
   * `secret`: Terraform marks it sensitive. `open`: nothing says what it becomes. `other`: it names another part of the plan
   * than before. `text`: of a document only what it names is known. `unreadable`: it is no document. `twice`: an object in it
   * has a key twice. `unclear`: no one can tell what AWS makes of it. `answer`: a data source that is read during the apply
   * says it.
   */
  readonly why: 'answer' | 'open' | 'other' | 'secret' | 'text' | 'twice' | 'unclear' | 'unreadable';
  readonly isNew: boolean;
}

/** What is created or changed and cannot be seen; of a policy whose text is read, its own rules tell. */
export function hiddenValues(comparison: Comparison): readonly Hidden[] {
  const titles = new Map(comparison.routes.flatMap(({ after }) => (after ? [[placeOf(after), after.title]] : [])));
  return Object.entries(PLACES).flatMap(([type, { noun, places }]) => {
    const changes = comparison.changesOf(type).filter(isMade);
    if (changes.length === 0) return [];
    const byPlace = new Map(comparison.resources.after.managed(type).map((resource) => [placeOf(resource), resource]));
    return changes.flatMap((change) => {
      const resource = byPlace.get(placeOf(change));
      if (!resource) return [];
      const isNew = change.before === undefined;
      const name = noun === undefined ? change.address : `${noun} ${nameOfChange(change)}`;
      const subject = `${isNew ? 'new ' : ''}${titles.get(placeOf(change)) ?? name}`;
      return places.flatMap((place) => {
        const why = whyHidden(place, resource, change, comparison);
        return why === undefined ? [] : [{ at: change, subject, isNew, why, what: place.what, weight: place.weight }];
      });
    });
  });
}

const MADE: readonly string[] = ['create', 'update', 'replace', 'replace-and-forget', 'unknown'];

export const isMade = ({ action, deposed }: PlannedChange): boolean => deposed === undefined && MADE.includes(action);

function whyHidden(
  { path, as, followed }: Place,
  resource: Resource,
  change: PlannedChange,
  comparison: Comparison,
): Hidden['why'] | undefined {
  const { argument, below } = partsOf(path);
  const written = resource.raw(argument);
  if (written === undefined) return undefined;
  const value = valueAt(written, below);
  const open = as === 'document' && !isUnknown(value) ? wholeTexts(value) : unknownsIn(value);
  const texts = textsIn(value);
  const had = textsIn(valueAt(change.before?.[argument], below));
  if (as === 'document' && isChanged(change, argument) && texts.some(isUnreadable)) return 'unreadable';
  if (as === 'document' && texts.some((text) => !had.includes(text) && isTwofold(text))) return 'twice';
  if (open.length === 0) return undefined;
  if (open.some(({ sensitive }) => sensitive)) {
    return isChanged(change, argument) ? 'secret' : undefined;
  }
  const known = open.filter((each) => !isChosenByAws(each, value, path, change));
  if (known.length === 0) return undefined;
  if (as === 'document') return known.some((each) => !isRead(each, resource, comparison)) ? 'text' : undefined;
  if (as === 'choice') return 'open';
  const { after } = comparison.resources;
  const earlier = JSON.stringify(change.before?.[argument] ?? null);
  const news = known.filter((each) => !hadValue(change, each, earlier, comparison));
  const parts = news.map((each) => settled(each, resource, after));
  if (parts.includes(undefined)) return 'open';
  // Which one of several it becomes is not known.
  const isFollowed = followed && parts.every((each) => each?.length === 1);
  return news.length > 0 && change.before !== undefined && !isFollowed ? 'other' : undefined;
}

/** Each of a few hundred paths is looked for in every change of its type. */
export function partsOf(path: string): Parts {
  const known = PARTS.get(path);
  if (known) return known;
  const [argument = '', ...below] = path.split('.');
  const parts = { argument, below };
  PARTS.set(path, parts);
  return parts;
}

interface Parts {
  readonly argument: string;
  readonly below: readonly string[];
}

const PARTS = new Map<string, Parts>();

const isChanged = ({ before, changed }: PlannedChange, argument: string): boolean =>
  before === undefined || changed.includes(argument);

/** A document, or those of blocks. */
const textsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string' && each !== '');

/** A text that is no document. */
function isUnreadable(text: string): boolean {
  try {
    return isUnknown(parseDocument(text, ''));
  } catch {
    return true;
  }
}

/** The parser of YAML refuses a key that is there twice; that of JSON takes the last. */
const isTwofold = (text: string): boolean => text.trimStart().startsWith('{') && hasRepeatedKey(text);

/**
 * The configuration is there and leaves it out, and the provider has a value for what is left out. Of an object that stays, its
 * value may become another one all the same.
 */
function isChosenByAws(value: Unknown, argument: unknown, path: string, { type, action }: PlannedChange): boolean {
  if (value.references || isNeverComputed(type, path)) return false;
  return action === 'update' ? value !== argument : value.unset === true;
}

/** A policy that a data source of the plan writes is read from its blocks. */
function isRead(value: Unknown, resource: Resource, { resources }: Comparison): boolean {
  const [only, ...others] = resources.after.referencesOf(resource, value);
  return others.length === 0 && only?.resource?.type === 'aws_iam_policy_document';
}

/** `jwt_configuration`, `['issuer']`: of each block, in a list. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  const [name, ...below] = path;
  if (name === undefined || isUnknown(value)) return value;
  if (Array.isArray(value)) return value.map((item) => valueAt(item, path));
  return isObject(value) ? valueAt(value[name], below) : undefined;
}

/** Documents in blocks, each unknown as a whole. */
const wholeTexts = (value: unknown): readonly Unknown[] => (Array.isArray(value) ? value.filter(isUnknown) : []);
