import { createContext } from 'svelte';
import type { Drawing } from '../charts';

/** What a chart tells the figure it stands in: how to draw itself again, for the image. */
export interface FigureFrame {
  register(draw: () => Drawing | null): void;
}

/** The figure a chart stands in, by context. */
export const [getFigure, setFigure] = createContext<FigureFrame>();
