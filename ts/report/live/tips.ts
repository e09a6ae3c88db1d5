/** Tells at once what is under the pointer; without a script the browser tells it after a while. */

/** Takes the browser's own tips away, which would come on top. */
export function showTips(): void {
  for (const title of document.querySelectorAll('.spot>title')) {
    (title.parentElement as Element & HTMLOrSVGElement).dataset.tip = title.textContent ?? '';
    title.remove();
  }
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.ariaHidden = 'true'; // figures tell it in their descriptions
  tip.hidden = true;
  document.body.append(tip);
  const show = (event: PointerEvent) => {
    const spot = event.target instanceof Element ? event.target.closest<SVGElement>('.spot') : null;
    tip.hidden = !spot;
    if (!spot) return;
    // A dialog lies above all of the page, and so must what it tells.
    (spot.closest('dialog') ?? document.body).append(tip);
    tip.textContent = spot.dataset.tip ?? '';
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.max(4, Math.min(event.clientX - width / 2, document.documentElement.clientWidth - width - 4));
    const above = event.clientY - height - 14;
    tip.style.left = `${left}px`;
    tip.style.top = `${above < 4 ? event.clientY + 20 : above}px`;
  };
  const hide = () => {
    tip.hidden = true;
  };
  document.addEventListener('pointermove', show);
  document.addEventListener('pointerdown', show);
  document.addEventListener('scroll', hide, true);
  document.documentElement.addEventListener('pointerleave', hide);
}
