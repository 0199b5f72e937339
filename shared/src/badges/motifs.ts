/** Names of our own drawings: one for each meta-badge of the start, and a few that any structure may take. */
export const MOTIFS = [
  "communicate",
  "organise",
  "adapt",
  "fitIn",
  "flax",
  "sea",
  "hydrogen",
  "building",
  "digital",
  "lock",
  "star",
  "tool",
  "book",
] as const;
export type Motif = (typeof MOTIFS)[number];

/** Lines (`d` of a path) on a square of 48; `solid` ones are filled. Black on white says it all. */
interface Drawing {
  lines: string;
  solid?: string;
}

const DRAWINGS: Record<Motif, Drawing> = {
  // Two people who answer each other.
  communicate: {
    lines: "M4 8h26v16H16l-7 7v-7H4zM22 29v5h10l7 7v-7h5V18h-8",
    solid: "M10 14h14v3H10z",
  },
  // A list, with what is done.
  organise: {
    lines: "M8 6h32v38H8zM16 17l3 3 5-6M16 31l3 3 5-6M29 18h6M29 32h6",
    solid: "M18 3h12v6H18z",
  },
  // A way that goes round what stands in the way.
  adapt: {
    lines: "M4 36h10c6 0 8-4 8-10v-4c0-6 3-10 9-10h12M36 5l8 7-8 7",
    solid: "M28 26h10v16H28z",
  },
  // Somebody who takes their place in the round.
  fitIn: {
    lines: "M24 33a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM24 4v6M24 38v6M4 24h6M38 24h6",
    solid: "M24 20a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM9 9h6v6H9zM33 9h6v6h-6zM9 33h6v6H9zM33 33h6v6h-6z",
  },
  // The flower of flax, five petals on its stem.
  flax: {
    lines:
      "M24 20c-5-4-5-11 0-15 5 4 5 11 0 15zM24 20c-1-6 5-11 11-9 0 6-5 10-11 9zM24 20c6-1 11 4 10 10-6 1-10-4-10-10zM24 20c-6-1-11 4-10 10 6 1 10-4 10-10zM24 20c1-6-5-11-11-9 0 6 5 10 11 9zM24 28v17M24 40c-4 0-7-2-8-6",
    solid: "M24 17a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  },
  // A boat on two waves.
  sea: {
    lines: "M6 24h36l-6 10H12zM24 24V5l13 15H24M4 41c4-4 8-4 12 0s8 4 12 0 8-4 12 0l4 2",
    solid: "M21 9v11h-9z",
  },
  // Two atoms, one bond.
  hydrogen: {
    lines:
      "M13 35a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM35 35a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM22 26h4M24 4l-4 8h8l-4 8",
    solid: "M13 23a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM35 23a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  },
  // A roof over a wall being laid.
  building: {
    lines: "M4 22L24 5l20 17M9 20v24h30V20M9 28h30M9 36h30M18 28v8M30 28v8M24 36v8M24 20v8",
    solid: "M21 13h6v5h-6z",
  },
  // A screen and a pointer.
  digital: {
    lines: "M4 8h40v26H4zM16 43h16M24 34v9",
    solid: "M19 14l13 7-6 2-3 6z",
  },
  // A padlock, shut.
  lock: {
    lines: "M9 21h30v23H9zM15 21v-6a9 9 0 0 1 18 0v6",
    solid: "M24 26a4 4 0 0 1 2 7.5V39h-4v-5.5a4 4 0 0 1 2-7.5z",
  },
  star: {
    lines: "M24 4l6 13 14 2-10 10 2 15-12-7-12 7 2-15L4 19l14-2z",
    solid: "M24 22a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
  },
  tool: {
    lines: "M30 5a10 10 0 0 0-9 14L5 35l8 8 16-16A10 10 0 0 0 43 14l-7 7-6-2-3-6z",
    solid: "M12 34a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  },
  book: {
    lines: "M24 12c-5-4-12-5-20-4v30c8-1 15 0 20 4 5-4 12-5 20-4V8c-8-1-15 0-20 4zM24 12v30",
    solid: "M9 16h10v3H9zM29 16h10v3H29z",
  },
};

const INK = "#0b2c4d";
const CHALK = "#fdfcf7";
const SIZE = 120;

const escapeXml = (text: string) =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[^\P{Cc}\n]/gu, "");

/** Levels as dots under the drawing: those reached are full, the others are rings. */
function dots(level: number, of: number): string {
  return Array.from({ length: of }, (_, index) => {
    const x = SIZE / 2 + (index - (of - 1) / 2) * 12;
    return `<circle cx="${x}" cy="95" r="4" fill="${index < level ? INK : CHALK}"/>`;
  }).join("");
}

/** A whole badge image as SVG text, 120 by 120: the drawing in its frame, its level, and a title that is read aloud. */
export function badgeDrawing(
  motif: Motif,
  title: string,
  level: { reached: number; of: number } | null = null,
): string {
  const { lines, solid } = DRAWINGS[motif];
  const top = level ? 22 : 29;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<path d="M60 3l49 28v58l-49 28L11 89V31z" fill="${CHALK}" stroke="${INK}" stroke-width="5" stroke-linejoin="round"/>`,
    `<g transform="translate(29 ${top}) scale(1.3)" fill="none" stroke="${INK}" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round">`,
    `<path d="${lines}"/>${solid ? `<path d="${solid}" fill="${INK}" stroke="none"/>` : ""}</g>`,
    level ? `<g stroke="${INK}" stroke-width="2">${dots(level.reached, level.of)}</g>` : "",
    "</svg>",
  ].join("");
}
