import { signal } from '@preact/signals';
import { isKey } from './server/key';

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
  // The address of another run, opened in the same tab: its key is taken when the page starts.
  if (isKey(location.hash)) return location.reload();
  readAddress();
  // Where a link leads is read out, and the keyboard goes on from there.
  document.querySelector<HTMLElement>('main')?.focus();
  scrollTo(0, 0);
});

/** Another part of the page; the focus stays where it is, as a choice among many is gone through by keyboard. */
export function show(next: View): void {
  history.replaceState(null, '', addressOf(next));
  view.value = next;
}

/** After a step that took away what had the focus: the keyboard goes on at the first field of the next one, else at the page. */
export function focusNextStep(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('main form input:not([type=radio])');
    (field ?? document.querySelector<HTMLElement>('main'))?.focus();
  });
}

export const addressOf = ({ page, part }: View): string =>
  `#/${page}${part === undefined ? '' : `/${encodeURIComponent(part)}`}`;

/** An address that someone typed may be anything. */
function decoded(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function read(): View {
  const [, name, encoded] = location.hash.split('/');
  const part = decoded(encoded);
  const page = PAGES.find((each) => each.name === name)?.name ?? 'access';
  return { page, ...(part !== undefined && { part }) };
}
