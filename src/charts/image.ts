import { escapeText } from '../domain';
import type { Drawing } from './drawing';
import { wrap } from './measure';
import { withDensity } from './png-density';
import { svgOf } from './svg';
import { FONT_FAMILY } from './theme';

/** The words that travel with a picture: what it says, what is compared, where it comes from. */
export interface Caption {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
}

const MARGIN = 24;
/** How much smaller a picture is on paper than on the screen: letters of 12 px are 8.1 pt, as the text beside them. */
const PAPER_SCALE = 0.9;
const MM = 25.4 / 96;
const DPI = 300;
/** Width pictures are drawn at, px: with their margins they are as wide as the text of an A4 sheet, 181.5 mm. */
export const PICTURE_WIDTH = 714;
const TITLE = { size: 18, weight: 600 } as const;
const SUBTITLE = { size: 13 } as const;
const SOURCE = { size: 12 } as const;

interface Setting {
  readonly size: number;
  readonly weight?: 400 | 500 | 600;
  readonly fill: string;
  readonly leading: number;
}

/** Lines of text as SVG, and the height they took; nothing for an empty text. */
function set(content: string, y: number, width: number, setting: Setting): { svg: string; height: number } {
  if (content === '') return { svg: '', height: 0 };
  const broken = wrap(content, setting, width);
  const svg = broken.map(
    (line, i) =>
      `<text x="${MARGIN}" y="${y + (i + 0.75) * setting.leading}" font-size="${setting.size}" font-weight="${setting.weight ?? 400}" fill="${setting.fill}">${escapeText(line)}</text>`,
  );
  return { svg: svg.join(''), height: broken.length * setting.leading };
}

const inMm = (size: number): number => Number((size * PAPER_SCALE * MM).toFixed(2));

/** The drawing with title, subtitle and source line as one self-contained SVG of its size on paper, with its size in px. */
export function captionedSvg(drawing: Drawing, caption: Caption): { svg: string; width: number; height: number } {
  const { theme, width } = drawing;
  const title = set(caption.title, MARGIN, width, { ...TITLE, fill: theme.ink, leading: 26 });
  const subtitle = set(caption.subtitle, MARGIN + title.height, width, { ...SUBTITLE, fill: theme.ink2, leading: 20 });
  const top = MARGIN + title.height + subtitle.height + 12;
  const source = set(caption.source, top + drawing.height + 12, width, { ...SOURCE, fill: theme.ink3, leading: 18 });
  const height = top + drawing.height + 12 + source.height + MARGIN;
  const full = width + 2 * MARGIN;
  const picture = svgOf(drawing).replace('<svg ', `<svg x="${MARGIN}" y="${top}" `);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${inMm(full)}mm" height="${inMm(height)}mm" viewBox="0 0 ${full} ${height}"`,
    ` font-family="${FONT_FAMILY}" style="font-variant-numeric:tabular-nums">`,
    `<rect width="${full}" height="${height}" fill="${theme.paper}"/>`,
    title.svg,
    subtitle.svg,
    picture,
    source.svg,
    '</svg>',
  ].join('');
  return { svg, width: full, height };
}

/** The captioned picture as a PNG of 300 dots an inch at its size on paper. Only in a page; rejects when the browser cannot draw it. */
export async function pngOf(drawing: Drawing, caption: Caption): Promise<Blob> {
  const { svg, width, height } = captionedSvg(drawing, caption);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = (PAPER_SCALE * DPI) / 96;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob>((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('canvas gave no picture'))), 'image/png');
  });
  return new Blob([withDensity(new Uint8Array(await blob.arrayBuffer()), DPI)], { type: 'image/png' });
}
