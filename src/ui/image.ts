import { type Caption, type Drawing, captionedSvg, pngOf } from '../charts';
import { download, fileName } from './download';

/** Copies a figure to the clipboard as a picture; where that is not allowed it is saved instead. Says which was done. */
export async function copyOrSave(drawing: Drawing, caption: Caption): Promise<'figure.copied' | 'figure.saved'> {
  const blob = await pngOf(drawing, caption);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return 'figure.copied';
  } catch {
    download(fileName(caption.title, 'png'), blob);
    return 'figure.saved';
  }
}

/** Saves a figure as a picture at print size. */
export async function savePng(drawing: Drawing, caption: Caption): Promise<'figure.saved'> {
  download(fileName(caption.title, 'png'), await pngOf(drawing, caption));
  return 'figure.saved';
}

/** Saves a figure as a drawing that stays sharp at any size. */
export function saveSvg(drawing: Drawing, caption: Caption): Promise<'figure.saved'> {
  download(fileName(caption.title, 'svg'), new Blob([captionedSvg(drawing, caption).svg], { type: 'image/svg+xml' }));
  return Promise.resolve('figure.saved');
}
