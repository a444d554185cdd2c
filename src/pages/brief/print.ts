/** Prints a page that is whole in itself, as it would be saved; resolves when the browser's print window was shown. */
export async function printPage(html: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  frame.setAttribute('aria-hidden', 'true');
  frame.srcdoc = html;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const { contentWindow } = frame;
  contentWindow?.addEventListener('afterprint', () => setTimeout(() => frame.remove()), { once: true });
  contentWindow?.print();
}
