import { type Surface } from '@gatehouse/surface';

/** Where the local gateway answers, and which APIs it does not serve because nothing of these stacks makes them. */
export function servedAt(urls: readonly string[], { unread }: Pick<Surface, 'unread'>): string {
  const left = unread.map(({ address, why }) => `; not served: ${address}, ${why}`);
  return `Local gateway on ${[...new Set(urls)].join(', ')}${left.join('')}`;
}
