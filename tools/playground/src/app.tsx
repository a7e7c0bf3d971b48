import { type FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { type PlaygroundData } from './contract';
import { Access } from './pages/access';
import { CallPage } from './pages/call';
import { ClientsPage } from './pages/clients';
import { CredentialsPage } from './pages/credentials';
import { PersonPage } from './pages/person';
import { TokensPage } from './pages/tokens';
import { data, problem } from './state';
import { Header } from './ui/header';
import { Notes } from './ui/notes';
import { Notice } from './ui/notice';
import { PAGES, view, type PageName } from './view';

const PAGE: Readonly<Record<PageName, FunctionComponent<{ data: PlaygroundData }>>> = {
  access: Access,
  person: PersonPage,
  tokens: TokensPage,
  call: CallPage,
  credentials: CredentialsPage,
  clients: ClientsPage,
};

export function App() {
  const { page } = view.value;
  const title = PAGES.find(({ name }) => name === page)?.title ?? '';
  const Shown = PAGE[page];
  useEffect(() => {
    document.title = `${title} · Gatehouse playground`;
  }, [title]);
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Header />
      <main id="main" tabindex={-1} aria-label={title}>
        <Notes />
        {problem.value !== undefined && <Notice kind="bad">{problem.value}</Notice>}
        {data.value ? <Shown data={data.value} /> : problem.value === undefined && <p class="soft">Loading…</p>}
      </main>
    </>
  );
}

/** The fragment is the page's own. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
