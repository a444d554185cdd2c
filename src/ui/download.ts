import { stemOf } from '../domain';

/** A file name made of a title. */
export const fileName = (title: string, ending: string): string => `${stemOf(title)}.${ending}`;

/** Hands the reader a file made in the page. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
