/** How large portraits are in résumés, in points: 1.6 to 8 centimetres. */
const SIDE = { min: 45, max: 227 };
/** Height by width: from a little wider than a square to twice as high as wide. */
const SHAPE = { min: 0.88, max: 2 };
/** Fewer pixels in a side are an icon. */
const MIN_PIXELS = 60;

/** A picture on a page: as large as it is shown in points, and as it is stored in pixels. */
export interface ShownPicture {
  readonly width: number;
  readonly height: number;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
}

/** Whether a picture has the size and the shape of a portrait; nothing is said of what it shows. */
export function isPortraitShaped(picture: ShownPicture): boolean {
  const { width, height, pixelWidth, pixelHeight } = picture;
  const shape = height / width;
  return Math.min(width, height) >= SIDE.min && Math.max(width, height) <= SIDE.max &&
    shape >= SHAPE.min && shape <= SHAPE.max && Math.min(pixelWidth, pixelHeight) >= MIN_PIXELS;
}
