import { Copy } from './copy';

/** Code or an answer, with a button that copies it. It scrolls by itself, so it takes the focus. */
export function CodeBlock({ text, label, shown = text }: { text: string; label: string; shown?: string }) {
  return (
    <div class="code-block">
      <pre tabindex={0} role="region" aria-label={`${label} as text`}>
        <code>{shown}</code>
      </pre>
      <Copy text={text} what={label} />
    </div>
  );
}
