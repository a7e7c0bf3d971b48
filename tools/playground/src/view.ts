import { signal } from '@preact/signals';

/** Pages, by the fragment of their address: `#/call/api%20GET%20%2Fme`. */
export const PAGES = [
  { name: 'access', title: 'Access' },
  { name: 'person', title: 'Sign in' },
  { name: 'tokens', title: 'Tokens' },
  { name: 'call', title: 'Call' },
  { name: 'credentials', title: 'AWS credentials' },
  { name: 'clients', title: 'Client config' },
] as const;

export type PageName = (typeof PAGES)[number]['name'];

export interface View {
  readonly page: PageName;
  /** What of it: the key of a route. */
  readonly part?: string;
}

export const view = signal<View>(read());

/** After the address was changed without a link. */
export const readAddress = (): void => {
  view.value = read();
};

addEventListener('hashchange', () => {
  readAddress();
  // Where a link leads is read out, and the keyboard goes on from there.
  document.querySelector<HTMLElement>('main')?.focus();
  scrollTo(0, 0);
});

export const addressOf = ({ page, part }: View): string =>
  `#/${page}${part === undefined ? '' : `/${encodeURIComponent(part)}`}`;

function read(): View {
  const [, name, part] = location.hash.split('/');
  const page = PAGES.find((each) => each.name === name)?.name ?? 'access';
  return { page, ...(part !== undefined && { part: decodeURIComponent(part) }) };
}
