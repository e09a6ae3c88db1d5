/** Gives each figure a button that shows it large. */

import { button, openDialog } from './dialog.ts';

export function enlargeFigures(): void {
  for (const figure of document.querySelectorAll('figure')) {
    const [caption, heading, svg] = ['figcaption', 'h3', 'svg'].map((name) => figure.querySelector(name));
    if (!caption || !heading || !svg) continue;
    const title = heading.textContent ?? '';
    const enlarge = button('Enlarge', () => openDialog(title, svg.cloneNode(true) as Element));
    enlarge.className = 'enlarge';
    enlarge.ariaLabel = `Enlarge: ${title}`;
    caption.prepend(enlarge);
  }
}
