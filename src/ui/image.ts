import { type Caption, type Drawing, pngOf } from '../charts';
import { download, fileName } from './download';

/** Copies a figure to the clipboard as a picture; where that is not allowed it is saved instead. True when copied. */
export async function copyOrSave(drawing: Drawing, caption: Caption): Promise<boolean> {
  const blob = await pngOf(drawing, caption);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
    return true;
  } catch {
    download(fileName(caption.title, 'png'), blob);
    return false;
  }
}
