import { personOf, session } from '../session/session';
import { connection, data } from '../state';
import { addressOf, PAGES, view } from '../view';

export function Header() {
  const environment = data.value?.environment;
  const person = session.value;
  return (
    <header class="top">
      <div class="wide brand-row">
        <h1>
          <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
            <rect width="32" height="32" rx="7" class="brand-back" />
            <path d="M7 25V14a9 9 0 0 1 18 0v11h-5V14a4 4 0 0 0-8 0v11z" class="brand-front" />
          </svg>
          Playground
        </h1>
        {environment && (
          <span class="environment">
            {environment.name} <span class="soft">{environment.region}</span>
          </span>
        )}
        <Connection />
        <a class="who" href={addressOf({ page: 'person' })}>
          {person ? personOf(person) : 'Not signed in'}
        </a>
      </div>
      <nav class="wide" aria-label="Pages">
        {PAGES.map(({ name, title }) => (
          <a key={name} href={addressOf({ page: name })} aria-current={view.value.page === name ? 'page' : undefined}>
            {name === 'person' && person ? 'Person' : title}
          </a>
        ))}
      </nav>
    </header>
  );
}

function Connection() {
  const words = { connecting: 'Connecting', live: 'Live', lost: 'Not connected' }[connection.value];
  return (
    <span class={`connection ${connection.value}`} role="status">
      {words}
    </span>
  );
}
