import { badgeDrawing, MOTIFS, type Motif } from "@acquis/shared/badges/motifs.ts";
import type { ImageModel } from "../local/local-badges.store.ts";
import { isPng } from "../validator/bake-png.ts";

/** Side of the PNG of a drawing, in pixels. */
const SIDE = 480;
const KEPT = 300;

/** Port: draws an SVG of ours as PNG, of that width in pixels, away from the event loop. */
export interface Drawer {
  draw(svg: string, width: number): Promise<Buffer>;
}

/** `m-MOTIF`, or `m-MOTIF-REACHED-OF` with its level; `u-HASH` for an image that was sent. */
export const motifKey = (motif: Motif, level?: { reached: number; of: number }) =>
  level ? `m-${motif}-${level.reached}-${level.of}` : `m-${motif}`;
export const sentKey = (hash: string) => `u-${hash}`;

function drawingOf(key: string, title: string): string | null {
  const [, name = "", reached, of] = key.match(/^m-([A-Za-z]+)(?:-([1-4])-([1-4]))?$/) ?? [];
  const motif = MOTIFS.find((one) => one === name);
  if (!motif) return null;
  return badgeDrawing(motif, title, reached && of ? { reached: Number(reached), of: Number(of) } : null);
}

/** The size a PNG says it has; null when it says none that makes sense. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (!isPng(bytes) || bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 && width <= 4096 && height <= 4096 ? { width, height } : null;
}

export interface Images {
  png(key: string): Promise<Buffer | null>;
  /** `title` is read aloud; an image that was sent is wrapped as it is. */
  svg(key: string, title: string): Promise<string | null>;
}

/** Images of badges by key: what a key shows never changes. */
export function createImages(sent: ImageModel, { draw }: Drawer): Images {
  const drawn = new Map<string, Promise<Buffer>>();

  async function sentPng(key: string): Promise<Buffer | null> {
    if (!/^u-[\w-]{10,64}$/.test(key)) return null;
    const found = await sent.findById(key.slice(2)).lean<{ png: { buffer: Uint8Array } | Buffer }>();
    if (!found) return null;
    return Buffer.from(Buffer.isBuffer(found.png) ? found.png : found.png.buffer);
  }

  return {
    async png(key) {
      const svg = drawingOf(key, "");
      if (!svg) return sentPng(key);
      const known = drawn.get(key) ?? draw(svg, SIDE);
      drawn.set(key, known);
      known.catch(() => drawn.delete(key));
      if (drawn.size > KEPT) drawn.delete(drawn.keys().next().value ?? "");
      return known;
    },
    async svg(key, title) {
      const svg = drawingOf(key, title);
      if (svg) return svg;
      const png = await sentPng(key);
      const size = png && pngSize(png);
      if (!png || !size) return null;
      const box = `width="${size.width}" height="${size.height}"`;
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" ${box}><image ${box} href="data:image/png;base64,${png.toString("base64")}"/></svg>`;
    },
  };
}
