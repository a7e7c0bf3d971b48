import type { ChangeReview, EnvironmentReview, StackReview } from '../../model/review';
import { isRisky, isWhole } from '../../build/verdict';
import { count } from '../../text/count';
import { actionWords, stackWords, SYMBOLS } from '../../text/words';
import { argumentsOf } from '../arguments';
import { changeFamilies } from '../sections';
import { anchor } from './anchor';
import { code, text } from './escape';

export function stackSections(environments: readonly EnvironmentReview[]): string {
  const stacks = environments.flatMap(({ name, stacks }) => stacks.map((stack) => ({ name, stack })));
  const drifted = stacks.filter(({ stack }) => stack.drift.length > 0);
  return [
    `<section aria-labelledby="changes">\n<h2 id="changes">What Terraform will do</h2>`,
    ...stacks.map(({ name, stack }) => stackBlock(stack, name)),
    '</section>',
    ...(drifted.length === 0
      ? []
      : [
          '<section aria-labelledby="drift">\n<h2 id="drift">Drift <small>changed outside of Terraform</small></h2>',
          ...drifted.map(({ name, stack }) =>
            block(
              title(stack, name),
              count(stack.drift.length, 'resource'),
              stack.drift.map((change) => item(change, '')),
            ),
          ),
          '</section>',
        ]),
  ].join('\n');
}

function stackBlock(stack: StackReview, environment: string | undefined): string {
  const families = changeFamilies(stack.changes).map(({ head, followers }) => {
    const inner = followers.map((change) => item(change, '', anchor(environment, stack.name, change)));
    const list = inner.length === 0 ? '' : `<ul aria-label="Follows from it">\n${inner.join('\n')}\n</ul>`;
    return item(head, list, anchor(environment, stack.name, head));
  });
  const note = (words: string): string => `<li data-row="none">${words}</li>`;
  const items = [
    ...(stack.why === undefined ? [] : [`<li>${text(stack.why)}</li>`]),
    ...families,
    ...stack.deferred.map(({ address, action, why }) => note(`deferred (${text(why)}): ${action} ${code(address)}`)),
    ...stack.checks.map(({ address, status }) => note(`check ${code(address)}: ${status}`)),
    ...stack.actionInvocations.map((address) => note(`invokes ${code(address)}`)),
    ...stack.outputs.map(({ name, action, sensitive }) =>
      note(`output ${code(name)}: ${action}${sensitive ? ' (secret)' : ''}`),
    ),
  ];
  return block(title(stack, environment), stackWords(stack), items, !isWhole(stack));
}

const title = ({ name }: StackReview, environment: string | undefined): string =>
  `<strong>${code(name)}</strong>${environment === undefined ? '' : ` <span class="soft">${text(environment)}</span>`}`;

function block(heading: string, words: string, items: readonly string[], troubled = false): string {
  const tag = troubled ? `<span class="tag high">${text(words)}</span>` : text(words);
  if (items.length === 0) return `<p class="card">${heading}: ${tag}</p>`;
  const open = items.length <= 25 || troubled ? ' open' : '';
  return `<details class="stack"${open}><summary>${heading}: ${tag}</summary><ul>\n${items.join('\n')}\n</ul></details>`;
}

function item(change: ChangeReview, inner: string, id?: string): string {
  const { severity, action, address, source } = change;
  const values = argumentsOf(change, text, '→').map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`);
  return `<li data-row="${severity ?? 'none'}"${id === undefined ? '' : ` id="${id}"`}><div class="change ${action}"><span class="sign" aria-hidden="true">${text(SYMBOLS[action])}</span>${code(address)} <span class="soft">${text(actionWords(change))}${source === undefined ? '' : ` · ${code(source)}`}</span>${isRisky(change) ? ` <span class="tag ${severity}">${severity}</span>` : ''}</div>${values.length === 0 ? '' : `<dl class="values">${values.join('')}</dl>`}${inner}</li>`;
}
