import { type Csrf } from '../csrf';
import { html, type Html } from './html';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'tel' | 'password';
  readonly value?: string;
  /** What browsers and password managers fill in. */
  readonly autocomplete?: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Digits on a phone's keyboard. */
  readonly numeric?: boolean;
}

export interface Form {
  /** Path and query. */
  readonly action: string;
  readonly csrf: Csrf;
  readonly fields: readonly Field[];
  readonly hidden?: Readonly<Record<string, string>>;
  readonly submit: string;
  /** Shown above, read out at once, and tied to each field. */
  readonly error?: string;
  /** Between the fields and the button. */
  readonly more?: Html;
  /** Another button; below, because Enter presses the first one. */
  readonly other?: Html;
}

export function form({ action, csrf, error, fields, hidden = {}, more, other, submit }: Form): Html {
  const first = fields.findIndex(({ value }) => !value);
  return html`${error !== undefined && html`<p class="message error" role="alert" id="error">${error}</p>`}
    <form method="post" action="${action}">
      <input type="hidden" name="_csrf" value="${csrf.token}" />
      ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${fields.map((each, index) => field(each, { focused: index === Math.max(first, 0), failed: error !== undefined }))}
      ${more}
      <button type="submit">${submit}</button>
      ${other}
    </form>`;
}

export const notice = (text: string | undefined): Html | undefined =>
  text === undefined ? undefined : html`<p class="message" role="status">${text}</p>`;

export const links = (all: readonly { readonly href: string; readonly text: string }[]): Html =>
  html`<ul class="links">
    ${all.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}
  </ul>`;

function field(given: Field, { failed, focused }: { readonly failed: boolean; readonly focused: boolean }): Html {
  const { autocomplete = 'off', hint, label, name, numeric, optional, type = 'text', value = '' } = given;
  const described = [failed && 'error', hint !== undefined && `${name}-hint`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${name}">${label}${optional && ' (optional)'}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${described !== '' && html`aria-describedby="${described}"`}
      ${failed && html`aria-invalid="true"`}
      ${numeric && html`inputmode="numeric"`}
      ${!optional && html`required`}
      ${focused && html`autofocus`}
    />
    ${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`;
}
