import type { Box, Matrix } from "./geometry.ts";

/** Red, green, blue from 0 to 255; null for a pattern or gradient. */
export type Colour = readonly [number, number, number] | null;

/** One painted glyph, in device space (points, y downwards). */
export interface Glyph {
  readonly text: string;
  /** The baseline's start and end. */
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  /** The font size as seen. */
  readonly size: number;
  readonly fill: Colour;
  readonly alpha: number;
  /** Text render mode 3 or 7, or a layer that is switched off. */
  readonly unpainted: boolean;
  readonly clip: Box;
  /** How many shapes were painted before it. */
  readonly shapesBefore: number;
  /** The number of the string-showing operation. */
  readonly run: number;
  /** By pdf.js's name. */
  readonly font: string;
}

/** A painted area: a filled path, a picture or a gradient. */
export interface Shape {
  readonly box: Box;
  /** Null when its colours aren't known, as in a picture. */
  readonly colour: Colour;
  readonly alpha: number;
  /** Whether it covers its whole box. */
  readonly isRectangle: boolean;
  /** Whether it takes up the colours that are there, as a marker's stroke does. */
  readonly isBlended: boolean;
}

/** A picture, where it is seen. */
export interface Picture {
  /** What `PageOperations.pixelsOf()` knows it by. */
  readonly source: unknown;
  /** From the unit square that every picture fills, its first row at the top, to device space. */
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  /** What a stencil is painted with; undefined for a picture of colours of its own. */
  readonly stencil: Colour | undefined;
}

export interface Painted {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly shapes: readonly Shape[];
  readonly pictures: readonly Picture[];
  /** The share of the page that pictures cover, 0 to 1 (overlaps counted twice, capped). */
  readonly pictureShare: number;
  readonly pathCount: number;
}
