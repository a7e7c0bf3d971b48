import { printableText } from './text';

const MOST = 80;
/** How much of what both say is kept before they differ. */
const SAME = 20;

/** Two long texts cut at one place, so that what differs is seen; what must not be printed goes first. */
export function cutAlike(...texts: readonly [string, string]): readonly [string, string] {
  const [was, now] = texts.map(printableText) as [string, string];
  const differs = firstDifference(was, now);
  const from = differs < MOST - SAME ? 0 : differs - SAME;
  const cut = (text: string) => `${from > 0 ? '…' : ''}${text.slice(from, from + MOST)}`;
  return [cut(was), cut(now)];
}

/** Zero where there is none. */
function firstDifference(one: string, other: string): number {
  if (one === other) return 0;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return at;
}
