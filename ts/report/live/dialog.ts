/** One dialog, in which figures and images are shown large. */

let dialog: HTMLDialogElement | undefined;

/** Opens it; what it shows is in place of what it showed before. Escape and the button close it. */
export function openDialog(title: string, content: Element, buttons: readonly HTMLButtonElement[] = []): void {
  dialog ??= makeDialog();
  const heading = document.createElement('h2');
  heading.textContent = title;
  const bar = document.createElement('div');
  bar.className = 'bar';
  const box = dialog;
  bar.append(
    heading,
    ...buttons,
    button('Close', () => box.close()),
  );
  const stage = document.createElement('div');
  stage.className = 'stage';
  stage.tabIndex = 0; // it may scroll, by keys too
  stage.role = 'group';
  stage.ariaLabel = title;
  stage.append(content);
  box.replaceChildren(bar, stage);
  box.ariaLabel = title;
  if (!box.open) box.showModal();
}

export function closeDialog(): void {
  dialog?.close();
}

export function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

function makeDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  // On the backdrop, which is the dialog's own.
  made.addEventListener('click', ({ target }) => {
    if (target === made) made.close();
  });
  document.body.append(made);
  return made;
}
