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

/** A start for what is typed in. */
const EXAMPLE = {
  sub: '100000000000000000003',
  email: 'new@example.com',
  email_verified: true,
  name: 'New Person',
  given_name: 'New',
  family_name: 'Person',
};

/** The sign-in page of a provider: pick a person, or type in claims. */
export function personPage({ action, error, hint, people, provider, typed }: PersonPage): Reply {
  const text = typed ?? JSON.stringify({ ...EXAMPLE, email: hint ?? EXAMPLE.email }, null, 2);
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
          rows="9"
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
