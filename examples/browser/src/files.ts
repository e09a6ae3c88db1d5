/** Models to take away, and to bring. */

import { byId } from './dom.ts';

/** Hands the bytes to the browser as a download. */
export function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // when the browser has begun to read
}

/** Calls `save` when the model is asked for, and `open` a file that was chosen, or dropped anywhere on the page. */
export function offerFiles(save: () => void, open: (file: File) => void): void {
  const button = byId('save', HTMLButtonElement);
  const input = byId('model-file', HTMLInputElement);
  button.disabled = false;
  input.disabled = false;
  button.addEventListener('click', save);
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) open(file);
    input.value = ''; // so that the same file can be chosen again
  });
  const carriesFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) document.body.classList.remove('dropping');
  });
  addEventListener('drop', (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    document.body.classList.remove('dropping');
    const [file] = event.dataTransfer?.files ?? [];
    if (file) open(file);
  });
}
