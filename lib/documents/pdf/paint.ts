import {
  apply,
  area,
  type Box,
  boxAfter,
  IDENTITY,
  intersect,
  isUpright,
  type Matrix,
  multiply,
} from "./geometry.ts";
import type { Colour, Glyph, Painted, Picture, Shape } from "./painted.ts";
import type { PageOperations, ShownGlyph } from "./pdfjs.ts";
import { isRectangle } from "./rectangle.ts";

interface Text {
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly lineX: number;
  readonly lineY: number;
}

interface State {
  readonly ctm: Matrix;
  readonly clip: Box;
  /** Whether nothing of `clip` is clipped away. */
  readonly isClipFull: boolean;
  readonly fill: Colour;
  readonly stroke: Colour;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  readonly font: string;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
  readonly isBlended: boolean;
  readonly text: Text;
}

const START_OF_TEXT: Text = { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 };

const asMatrix = (value: unknown): Matrix => Array.from(value as ArrayLike<number>) as never;

function asColour(value: unknown): Colour {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(String(value));
  if (!match) return null;
  return [match[1], match[2], match[3]].map((hex) => parseInt(hex ?? "0", 16)) as never;
}

/**
 * Plays a page's operations as a painter would, and notes where each glyph and each filled area
 * lands. Follows the text rules of ISO 32000-1, 9.4.
 */
export class Painter {
  readonly #page: PageOperations;
  readonly #handlers: ReadonlyMap<number, (args: unknown[]) => void>;
  readonly #glyphs: Glyph[] = [];
  readonly #shapes: Shape[] = [];
  #state: State;
  readonly #saved: State[] = [];
  #layers: boolean[] = [];
  #hiddenLayers = 0;
  /** Depth inside the drawing of a soft mask, which itself is not seen. */
  #masks = 0;
  readonly #groups: boolean[] = [];
  #clipNext = false;
  readonly #pictures: Picture[] = [];
  #pictureArea = 0;
  #paths = 0;
  #run = 0;

  constructor(page: PageOperations, ops: Readonly<Record<string, number>>) {
    this.#page = page;
    const pageBox = { x0: 0, y0: 0, x1: page.width, y1: page.height };
    this.#state = {
      ctm: page.toDevice,
      clip: pageBox,
      isClipFull: true,
      fill: [0, 0, 0],
      stroke: [0, 0, 0],
      fillAlpha: 1,
      strokeAlpha: 1,
      font: "",
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      isBlended: false,
      text: START_OF_TEXT,
    };
    const table = { ...this.#stateHandlers(), ...this.#textHandlers(), ...this.#areaHandlers(ops) };
    this.#handlers = new Map(
      Object.entries(table).map(([name, handler]) => [ops[name] ?? -1, handler]),
    );
  }

  /** @throws Whatever a malformed operation makes of it; the caller refuses the file then. */
  paint(): Painted {
    const { codes, args, width, height } = this.#page;
    for (let i = 0; i < codes.length; i++) {
      this.#handlers.get(codes[i] ?? -1)?.((args[i] ?? []) as unknown[]);
    }
    return {
      width,
      height,
      glyphs: this.#glyphs,
      shapes: this.#shapes,
      pictures: this.#pictures,
      pictureShare: Math.min(1, this.#pictureArea / Math.max(1, width * height)),
      pathCount: this.#paths,
    };
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }

  #setText(change: Partial<Text>): void {
    this.#set({ text: { ...this.#state.text, ...change } });
  }

  #save(): void {
    this.#saved.push(this.#state);
  }

  #restore(): void {
    this.#state = this.#saved.pop() ?? this.#state;
  }

  #clip(box: Box, isFull = true): void {
    const { clip, isClipFull } = this.#state;
    this.#set({ clip: intersect(clip, box), isClipFull: isClipFull && isFull });
  }

  #stateHandlers(): Record<string, (args: unknown[]) => void> {
    const number = (value: unknown) => Number(value) || 0;
    return {
      save: () => this.#save(),
      restore: () => this.#restore(),
      transform: (args) => this.#set({ ctm: multiply(this.#state.ctm, asMatrix(args)) }),
      setFillRGBColor: ([colour]) => this.#set({ fill: asColour(colour) }),
      setStrokeRGBColor: ([colour]) => this.#set({ stroke: asColour(colour) }),
      setFillColorN: () => this.#set({ fill: null }),
      setStrokeColorN: () => this.#set({ stroke: null }),
      setGState: ([entries]) => this.#setGraphics(entries as [string, unknown][]),
      setCharSpacing: ([value]) => this.#set({ charSpacing: number(value) }),
      setWordSpacing: ([value]) => this.#set({ wordSpacing: number(value) }),
      setHScale: ([value]) => this.#set({ scale: number(value) / 100 }),
      setLeading: ([value]) => this.#set({ leading: -number(value) }),
      setFont: ([font, size]) => this.#set({ font: String(font), size: number(size) }),
      setTextRenderingMode: ([value]) => this.#set({ mode: number(value) }),
      setTextRise: ([value]) => this.#set({ rise: number(value) }),
      clip: () => this.#clipNext = true,
      eoClip: () => this.#clipNext = true,
      beginMarkedContent: () => this.#enterLayer(true),
      beginMarkedContentProps: ([tag, group]) =>
        this.#enterLayer(tag !== "OC" || this.#page.isLayerVisible(group)),
      endMarkedContent: () => {
        if (this.#layers.pop() === false) this.#hiddenLayers--;
      },
    };
  }

  #setGraphics(entries: readonly [string, unknown][]): void {
    for (const [key, value] of entries) {
      if (key === "ca") this.#set({ fillAlpha: Number(value) });
      if (key === "CA") this.#set({ strokeAlpha: Number(value) });
      if (key === "BM") this.#set({ isBlended: value !== "source-over" });
      if (key !== "Font") continue;
      const [font, size] = value as [string, number];
      this.#set({ font, size });
    }
  }

  #enterLayer(visible: boolean): void {
    this.#layers.push(visible);
    if (!visible) this.#hiddenLayers++;
  }

  #textHandlers(): Record<string, (args: unknown[]) => void> {
    const moveLine = (x: number, y: number) => {
      const { lineX, lineY } = this.#state.text;
      this.#setText({ x: lineX + x, y: lineY + y, lineX: lineX + x, lineY: lineY + y });
    };
    const nextLine = () => moveLine(0, this.#state.leading);
    const show = ([glyphs]: unknown[]) => this.#show(glyphs as readonly (ShownGlyph | number)[]);
    return {
      beginText: () => this.#set({ text: START_OF_TEXT }),
      setTextMatrix: ([matrix]) =>
        this.#set({ text: { ...START_OF_TEXT, matrix: asMatrix(matrix) } }),
      moveText: ([x, y]) => moveLine(Number(x), Number(y)),
      setLeadingMoveText: ([x, y]) => {
        this.#set({ leading: Number(y) });
        moveLine(Number(x), Number(y));
      },
      nextLine,
      showText: show,
      showSpacedText: show,
      nextLineShowText: (args) => {
        nextLine();
        show(args);
      },
    };
  }

  #show(glyphs: readonly (ShownGlyph | number)[]): void {
    const { font, size, scale, charSpacing, wordSpacing, rise, text, ctm } = this.#state;
    const info = this.#page.fonts.get(font) ?? { unit: 0.001, vertical: false, isDrawn: false };
    const toDevice = multiply(ctm, text.matrix);
    const seen = Math.abs(size) * Math.hypot(toDevice[2], toDevice[3]);
    let pen = 0;
    this.#run++;
    for (const glyph of glyphs) {
      if (typeof glyph === "number") {
        pen -= (glyph / 1000) * size * (info.vertical ? -1 : scale);
        continue;
      }
      const width = glyph.width * info.unit * size;
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      const from = info.vertical ? [text.x, text.y - pen] : [text.x + pen, text.y + rise];
      const to = info.vertical
        ? [text.x + width, text.y - pen]
        : [text.x + pen + width * scale, text.y + rise];
      this.#note(
        glyph.unicode,
        apply(toDevice, from[0]!, from[1]!),
        apply(toDevice, to[0]!, to[1]!),
        seen,
      );
      pen += info.vertical ? Math.abs(size) + spacing : (width + spacing) * scale;
    }
    if (info.vertical) this.#setText({ y: text.y - pen });
    else this.#setText({ x: text.x + pen });
  }

  #note(
    text: string,
    [x, y]: readonly [number, number],
    [endX, endY]: readonly [number, number],
    size: number,
  ): void {
    if (this.#masks > 0 || text === "") return;
    const { mode, fill, stroke, fillAlpha, strokeAlpha, clip, font } = this.#state;
    const isStroked = mode === 1 || mode === 5;
    this.#glyphs.push({
      text,
      x,
      y,
      endX,
      endY,
      size,
      fill: isStroked ? stroke : fill,
      alpha: isStroked ? strokeAlpha : fillAlpha,
      unpainted: mode === 3 || mode === 7 || this.#hiddenLayers > 0,
      clip,
      shapesBefore: this.#shapes.length,
      run: this.#run,
      font,
    });
  }

  #areaHandlers(ops: Readonly<Record<string, number>>): Record<string, (args: unknown[]) => void> {
    const picture = (args: unknown[]) => {
      this.#picture(boxAfter(this.#state.ctm, [0, 0, 1, 1]), true);
      this.#notePicture(args, undefined);
    };
    const pictures = () => this.#picture(this.#state.clip, false);
    const mask = (args: unknown[]) => {
      const box = boxAfter(this.#state.ctm, [0, 0, 1, 1]);
      this.#fill(box, false, this.#state.fill);
      this.#notePicture(args, this.#state.fill);
    };
    return {
      ...this.#pathHandlers(ops),
      shadingFill: () => this.#fill(this.#state.clip, true, null),
      paintImageXObject: picture,
      paintInlineImageXObject: picture,
      paintInlineImageXObjectGroup: pictures,
      paintImageXObjectRepeat: pictures,
      paintImageMaskXObject: mask,
      paintSolidColorImageMask: mask,
      paintFormXObjectBegin: ([matrix, box]) => this.#enterForm(matrix, box),
      paintFormXObjectEnd: () => this.#restore(),
      beginGroup: ([group]) => this.#enterGroup(group as { smask?: unknown; bbox?: unknown }),
      endGroup: () => {
        if (this.#groups.pop()) this.#masks--;
        this.#restore();
      },
      beginAnnotation: ([, , transform, matrix]) => this.#enterAnnotation(transform, matrix),
      endAnnotation: () => this.#restore(),
    };
  }

  #pathHandlers(ops: Readonly<Record<string, number>>): Record<string, (args: unknown[]) => void> {
    const fills = new Set(
      ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"].map(
        (name) => ops[name],
      ),
    );
    return {
      constructPath: ([op, data, minMax]) => {
        const corners = minMax as ArrayLike<number> | null;
        if (!corners) return;
        this.#paths++;
        const box = boxAfter(this.#state.ctm, corners);
        const path = (data as [ArrayLike<number> | null])[0];
        const isFull = isRectangle(path) && isUpright(this.#state.ctm);
        if (fills.has(op as number)) this.#fill(box, isFull, this.#state.fill);
        if (this.#clipNext) this.#clip(box, isFull);
        this.#clipNext = false;
      },
    };
  }

  #fill(box: Box, isRectangle: boolean, colour: Colour): void {
    if (this.#hiddenLayers > 0 || this.#masks > 0) return;
    const seen = intersect(box, this.#state.clip);
    if (area(seen) === 0) return;
    const { fillAlpha: alpha, isBlended, isClipFull } = this.#state;
    const isWhole = isRectangle && isClipFull;
    this.#shapes.push({ box: seen, colour, alpha, isRectangle: isWhole, isBlended });
  }

  #picture(box: Box, isRectangle: boolean): void {
    this.#fill(box, isRectangle, null);
    if (this.#masks === 0) this.#pictureArea += area(intersect(box, this.#state.clip));
  }

  #notePicture([source, width, height]: unknown[], stencil: Colour | undefined): void {
    if (this.#hiddenLayers > 0 || this.#masks > 0) return;
    const { ctm: matrix, clip } = this.#state;
    const inline = source as { width?: number; height?: number } | undefined;
    const pixelWidth = Number(width ?? inline?.width) || 0;
    const pixelHeight = Number(height ?? inline?.height) || 0;
    this.#pictures.push({ source, matrix, clip, stencil, pixelWidth, pixelHeight });
  }

  #enterForm(matrix: unknown, box: unknown): void {
    this.#save();
    if (matrix) this.#set({ ctm: multiply(this.#state.ctm, asMatrix(matrix)) });
    if (box) this.#clip(boxAfter(this.#state.ctm, box as ArrayLike<number>));
  }

  #enterGroup(group: { smask?: unknown; bbox?: unknown }): void {
    const isMask = Boolean(group.smask);
    this.#groups.push(isMask);
    if (isMask) this.#masks++;
    this.#save();
  }

  #enterAnnotation(transform: unknown, matrix: unknown): void {
    this.#save();
    this.#set({ ctm: this.#page.toDevice });
    if (transform) this.#set({ ctm: multiply(this.#state.ctm, asMatrix(transform)) });
    if (matrix) this.#set({ ctm: multiply(this.#state.ctm, asMatrix(matrix)) });
  }
}
