/** Sifts the mistakes by true class and by prediction, and shows each large. */

import { button, closeDialog, openDialog } from './dialog.ts';

export function siftMistakes(): void {
  const panel = document.querySelector('#mistakes');
  const filter = panel?.querySelector<HTMLElement>('.filter');
  const [label, prediction] = filter?.querySelectorAll('select') ?? [];
  const count = filter?.querySelector('output');
  const all = filter?.querySelector('button');
  if (!panel || !filter || !label || !prediction || !count || !all) return;
  const items = Array.from(panel.querySelectorAll<HTMLElement>('.mistakes>li'));
  const digitOf = (item: Element) => item.querySelector<HTMLElement>('.digit') as HTMLElement;
  const shown = () => items.filter((item) => !item.hidden);

  const sift = () => {
    for (const item of items) {
      const isAsked = (asked: string, own: string | undefined) => asked === '' || asked === own;
      item.hidden = !(isAsked(label.value, item.dataset.label) && isAsked(prediction.value, item.dataset.prediction));
    }
    const left = shown();
    count.textContent = `${left.length} ${left.length === 1 ? 'mistake' : 'mistakes'}`;
    all.disabled = label.value === '' && prediction.value === '';
    reach(left[0]);
  };
  /** One image can be reached by the tabulator, the others from it by arrows: there may be a thousand. */
  const reach = (item: HTMLElement | undefined) => {
    for (const other of items) digitOf(other).tabIndex = other === item ? 0 : -1;
  };
  const ask = (trueClass: string, taken: string) => {
    label.value = trueClass;
    prediction.value = taken;
    sift();
  };
  const enlarge = (item: HTMLElement) => {
    const [left, at] = [shown(), shown().indexOf(item)];
    const step = (text: string, other: HTMLElement | undefined) => {
      const made = button(text, () => {
        if (!other) return;
        enlarge(other);
        const again = Array.from(document.querySelectorAll<HTMLButtonElement>('dialog .bar button'));
        again.find(({ textContent, disabled }) => textContent === text && !disabled)?.focus();
      });
      made.disabled = !other;
      return made;
    };
    const large = digitOf(item).cloneNode() as HTMLElement;
    large.role = 'img';
    large.removeAttribute('tabindex');
    openDialog(item.dataset.told ?? '', large, [step('Previous', left[at - 1]), step('Next', left[at + 1])]);
  };

  for (const item of items) {
    const digit = digitOf(item);
    item.dataset.told = digit.ariaLabel ?? '';
    digit.role = 'button';
    digit.addEventListener('click', () => enlarge(item));
    digit.addEventListener('keydown', (event) => {
      const left = shown();
      const at = left.indexOf(item);
      const places: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: left.length - 1 };
      const next = left[places[event.key] ?? Number.NaN];
      if (event.key === 'Enter' || event.key === ' ') enlarge(item);
      else if (!next) return;
      else {
        reach(next);
        digitOf(next).focus();
      }
      event.preventDefault();
    });
  }
  for (const select of [label, prediction]) select.addEventListener('change', sift);
  all.addEventListener('click', () => {
    ask('', '');
    label.focus(); // the button, which has nothing to do now, would lose it
  });
  document.addEventListener('click', ({ target }) => {
    const spot = target instanceof Element ? target.closest<SVGElement>('.spot[data-label]') : null;
    if (!spot) return;
    closeDialog();
    ask(spot.dataset.label ?? '', spot.dataset.prediction ?? '');
    panel.scrollIntoView({ block: 'start' });
    label.focus({ preventScroll: true });
  });
  filter.hidden = false;
  sift();
}
