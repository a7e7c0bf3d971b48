import { type Reply } from '../http';
import { html } from '../pages/html';
import { page } from '../pages/page';
import { type Claims } from './people';

export interface PersonPage {
  readonly provider: string;
  readonly action: string;
  readonly people: readonly Claims[];
  /** Text of the claims, as it was typed in. */
  readonly typed?: string;
  readonly hint?: string;
  readonly error?: string;
}

/** The sign-in page of a provider: pick a person, or type in claims. */
export function personPage({ action, error, hint, people, provider, typed }: PersonPage): Reply {
  const text = typed ?? JSON.stringify({ ...people[0], sub: '3', email: hint ?? 'new@example.com' }, null, 2);
  const body = html`<p>This page stands in for ${provider}. Nobody asks for a password.</p>
    <form method="post" action="${action}">
      ${people.map(
        ({ email, name, sub }) =>
          html`<button class="other" type="submit" name="sub" value="${sub}">
            ${String(name ?? sub)}${email !== undefined && `, ${String(email)}`}
          </button>`,
      )}
    </form>
    ${error !== undefined && html`<p class="message error" role="alert" id="error">${error}</p>`}
    <form method="post" action="${action}">
      <div class="field">
        <label for="claims">Another person, with these claims (JSON)</label>
        <textarea
          id="claims"
          name="claims"
          rows="8"
          spellcheck="false"
          ${error !== undefined && html`aria-describedby="error" aria-invalid="true"`}
        >
${text}</textarea>
      </div>
      <button type="submit">Continue</button>
      <button class="other" type="submit" name="cancel" value="true">Cancel</button>
    </form>`;
  return page({ title: `Sign in with ${provider}`, of: `${provider}, stand-in`, body }, { status: error ? 400 : 200 });
}
