/* Functions that run in the page. */

/** Texts that are outside of the box they belong to. */
export function textsOutside(): string[] {
  return [...document.querySelectorAll('.picture .principal, .picture .group')].flatMap((group) => {
    const box = group.querySelector('.box')!.getBoundingClientRect();
    return [...group.querySelectorAll('text')]
      .filter(
        (text) => text.getBoundingClientRect().right > box.right || text.getBoundingClientRect().bottom > box.bottom,
      )
      .map((text) => text.textContent);
  });
}

/** An outline of its own, or of what stands for it: the label of a radio button, the shape in the picture. */
export function hasVisibleFocus(): boolean {
  const element = document.activeElement!;
  if (element === document.body) return true;
  const shape = element.querySelector('.box, .hit');
  const shown = element.matches('[type=radio]') ? element.nextElementSibling! : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  if (shape && element.closest('svg')) return parseFloat(getComputedStyle(shape).strokeWidth) >= 3;
  return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
}
