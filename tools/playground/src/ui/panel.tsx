import { type ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface PanelProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Next to the title. */
  readonly aside?: ComponentChildren;
  readonly class?: string;
}

/** A part of a page, with a heading. */
export function Panel({ title, children, aside, class: more = '' }: PanelProps) {
  const id = useId();
  return (
    <section class={`panel ${more}`} aria-labelledby={id}>
      <div class="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
