// The page works without this: it only filters, and opens what is folded when it is asked for.
(() => {
  const input = document.querySelector('#filter');
  const result = document.querySelector('#filter-result');
  const buttons = [...document.querySelectorAll('button[data-severity]')];
  const rows = [...document.querySelectorAll('[data-row]')];
  const folded = [...document.querySelectorAll('details')];
  const openFirst = folded.filter((each) => each.open);

  const apply = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = buttons
      .filter((button) => button.getAttribute('aria-pressed') === 'true')
      .map(({ dataset }) => dataset.severity);
    const active = words.length > 0 || severities.length > 0;
    let found = 0;
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      const matches =
        words.every((word) => text.includes(word)) && (severities.length === 0 || severities.includes(row.dataset.row));
      row.hidden = !matches;
      if (matches) found++;
    }
    // A consequence that matches keeps the line of its cause.
    for (const row of rows) if (!row.hidden) row.parentElement.closest('[data-row]')?.removeAttribute('hidden');
    for (const part of folded) {
      if (part.querySelector('[data-row]')) {
        part.open = active ? part.querySelector('[data-row]:not([hidden])') !== null : openFirst.includes(part);
      }
    }
    result.textContent = active ? `${found} of ${rows.length} shown` : '';
  };

  input.addEventListener('input', apply);
  for (const button of buttons) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
      apply();
    });
  }

  addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== input && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
    if (event.key === 'Escape' && (input.value || document.activeElement === input)) {
      input.value = '';
      for (const button of buttons) button.setAttribute('aria-pressed', 'false');
      apply();
      input.blur();
    }
  });

  // A link of the graph goes to a change that may be folded away or filtered out.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest('[hidden]')) {
      input.value = '';
      for (const button of buttons) button.setAttribute('aria-pressed', 'false');
      apply();
    }
    for (let part = target; part; part = part.parentElement) if (part.tagName === 'DETAILS') part.open = true;
    target.scrollIntoView({ block: 'center' });
  };
  addEventListener('hashchange', reveal);
  reveal();

  addEventListener('beforeprint', () => {
    for (const part of folded) part.open = true;
  });

  document.querySelector('.bar').hidden = rows.length === 0;
})();
