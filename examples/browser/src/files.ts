/** Models to take away, and models and pictures to bring. */

import { byId } from './dom.ts';

/** Hands the bytes to the browser as a download. */
export function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/octet-stream' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // when the browser has begun to read
}

type Open = (file: File) => void;

/** Calls `openPicture` for a picture that was chosen, pasted, or dropped anywhere on the page. */
export function offerPictures(openPicture: Open): void {
  onChosen('picture-file', openPicture);
  const openIfPicture = (files: FileList | undefined) => {
    const [file] = files ?? [];
    if (file && isPicture(file)) openPicture(file);
  };
  addEventListener('paste', ({ clipboardData }) => openIfPicture(clipboardData?.files));
  addEventListener('drop', ({ dataTransfer }) => openIfPicture(dataTransfer?.files));
  listenToDrops();
}

/** Calls `save` when the model is asked for, and `open` for a file that was chosen, or dropped and is no picture. */
export function offerModels(save: () => void, open: Open): void {
  const button = byId('save', HTMLButtonElement);
  button.disabled = false;
  button.addEventListener('click', save);
  byId('model-file', HTMLInputElement).disabled = false;
  onChosen('model-file', open);
  addEventListener('drop', ({ dataTransfer }) => {
    const [file] = dataTransfer?.files ?? [];
    if (file && !isPicture(file)) open(file);
  });
}

const isPicture = ({ type }: File) => type.startsWith('image/');

function onChosen(id: string, open: Open): void {
  const input = byId(id, HTMLInputElement);
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) open(file);
    input.value = ''; // so that the same file can be chosen again
  });
}

/** Files may be dropped anywhere, and the page shows it. */
function listenToDrops(): void {
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
  });
}
