import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

let ready: Promise<void> | null = null;

/** Draws an SVG of ours as PNG, of that width in pixels. No font is loaded: texts come as outlines. */
export async function rasterise({ svg, width }: { svg: string; width: number }): Promise<Uint8Array> {
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  await ready;
  const drawn = new Resvg(svg, { fitTo: { mode: "width", value: width } });
  try {
    return drawn.render().asPng();
  } finally {
    drawn.free();
  }
}
