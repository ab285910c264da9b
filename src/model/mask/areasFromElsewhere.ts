/**
 * Polygons as programs for annotating write them, brought into the form of areas: COCO
 * (https://cocodataset.org/#format-data), a single annotation of it included, and labelme
 * (https://github.com/wkentaro/labelme). What they have besides polygons, such as lines or run lengths, encloses nothing here.
 */
import { z } from '../../contract/zod.ts';
import type { SourceImage } from '../document/document.ts';
import { isSameSize, type Size } from '../geometry/rect.ts';

/** `areas` are not looked at yet; `leftOut` is how many shapes are no polygons. */
export type AreasFound = { readonly areas: readonly unknown[]; readonly leftOut: number };

const side = z.optional(z.nullable(z.number()));
const listSchema = z.array(z.unknown());
const annotationSchema = z.object({ image_id: z.optional(z.unknown()), segmentation: z.unknown() });
const cocoSchema = z.object({
  images: z.optional(
    z.array(z.object({ id: z.unknown(), file_name: z.optional(z.string()), width: side, height: side })),
  ),
  annotations: z.array(annotationSchema),
});
const labelmeSchema = z.object({
  shapes: z.array(z.object({ points: listSchema, shape_type: z.optional(z.nullable(z.string())) })),
  imageWidth: side,
  imageHeight: side,
});
const pairSchema = z.tuple([z.number(), z.number()]);

/** Undefined where the value is of neither; `'severalImages'` where it is not known which is the one that is open. */
export function areasFromElsewhere(
  json: unknown,
  image: SourceImage,
): AreasFound | 'severalImages' | undefined {
  const labelme = labelmeSchema.safeParse(json);
  if (labelme.success) return areasOfLabelme(labelme.data, image);
  const coco = cocoSchema.safeParse(json);
  if (coco.success) return areasOfCoco(coco.data, image);
  const annotations = z
    .array(annotationSchema)
    .check(z.minLength(1))
    .safeParse(Array.isArray(json) ? json : [json]);
  return annotations.success ? areasOfCoco({ annotations: annotations.data }, image) : undefined;
}

type SidesFound = { readonly width?: number | null | undefined; readonly height?: number | null | undefined };

function sizeOf({ width, height }: SidesFound, image: Size): Size {
  return { width: width ?? image.width, height: height ?? image.height };
}

function areasOfLabelme(
  { shapes, imageWidth, imageHeight }: z.infer<typeof labelmeSchema>,
  image: Size,
): AreasFound {
  const size = sizeOf({ width: imageWidth, height: imageHeight }, image);
  const outlines = shapes.map(({ shape_type, points }) => outlineOf(shape_type ?? 'polygon', points));
  return foundOf(outlines, size);
}

const circleVertices = 64;

/** A rectangle is written by two opposite corners, and a circle by its centre and a point on it. */
function outlineOf(kind: string, points: readonly unknown[]): readonly unknown[] | undefined {
  if (kind === 'polygon') return points.flat();
  const pairs = z.tuple([pairSchema, pairSchema]).safeParse(points);
  if (!pairs.success) return undefined;
  const [[x, y], [otherX, otherY]] = pairs.data;
  if (kind === 'rectangle') return [x, y, otherX, y, otherX, otherY, x, otherY];
  if (kind !== 'circle') return undefined;
  const radius = Math.hypot(otherX - x, otherY - y);
  return Array.from({ length: circleVertices }, (_, index) => {
    const angle = (2 * Math.PI * index) / circleVertices;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  }).flat();
}

function areasOfCoco(
  { images = [], annotations }: z.infer<typeof cocoSchema>,
  image: SourceImage,
): AreasFound | 'severalImages' {
  const named = images.filter(({ file_name }) => file_name?.split(/[\\/]/).at(-1) === image.name);
  const sized = images.filter((each) => isSameSize(sizeOf(each, image), image));
  const meant = [images, named, sized].find((each) => each.length === 1)?.[0];
  if (meant === undefined && images.length > 1) return 'severalImages';
  const own = annotations.filter(({ image_id }) => meant === undefined || image_id === meant.id);
  if (meant === undefined && new Set(own.map(({ image_id }) => image_id)).size > 1) return 'severalImages';
  const outlines = own.flatMap(({ segmentation }) =>
    Array.isArray(segmentation) ? segmentation : [undefined],
  );
  return foundOf(
    outlines.map((each) => (Array.isArray(each) ? each : undefined)),
    sizeOf(meant ?? {}, image),
  );
}

function foundOf(outlines: readonly (readonly unknown[] | undefined)[], size: Size): AreasFound {
  const polygons = outlines.filter((each) => each !== undefined);
  return {
    areas: polygons.map((points) => ({ ...size, points })),
    leftOut: outlines.length - polygons.length,
  };
}
