import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

export interface Style {
  size: number;
  bold?: boolean;
  color: string;
}

const PAGE = { width: 595.28, height: 841.89, left: 50, right: 50, top: 46, bottom: 58 };
const LINE = 1.36;
export const LEFT = PAGE.left;
export const WIDTH = PAGE.width - PAGE.left - PAGE.right;

const require = createRequire(import.meta.url);
const fontFile = (subset: "latin" | "latin-ext", weight: 400 | 700) =>
  require.resolve(
    `@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${subset}-${weight}-normal.woff`,
  );

// What each file of the typeface can draw; the rest is written without its accents, or as a blank.
const LATIN =
  /[ -~\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac]/;
const EXTENDED = /[\u0100-\u0130\u0132-\u0151\u0154-\u017e\u0218-\u021b\u1e80-\u1e85\u1ef2\u1ef3]/;

const UNKNOWN = "\ufffd";

/** A text as the typeface can draw it. */
function drawable(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\u2010\u2011\u2212]/g, "-")
    .replace(/[\u2000-\u200a\u202f]/g, "\u00a0")
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
  return [...plain]
    .map((char) => {
      if (LATIN.test(char) || EXTENDED.test(char)) return char;
      const base = char.normalize("NFD")[0] ?? "";
      return LATIN.test(base) ? base : UNKNOWN;
    })
    .join("")
    .replace(new RegExp(`[ ${UNKNOWN}]*${UNKNOWN}[ ${UNKNOWN}]*`, "g"), " ");
}

/** Runs of one font file each. */
function runsOf(text: string): { text: string; extended: boolean }[] {
  const runs: { text: string; extended: boolean }[] = [];
  for (const char of text) {
    const extended = EXTENDED.test(char);
    const last = runs.at(-1);
    if (last?.extended === extended) last.text += char;
    else runs.push({ text: char, extended });
  }
  return runs;
}

/** A4 sheets filled from top to bottom: wraps text, breaks pages between lines, tags what it writes. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  y = PAGE.top;
  #chunks: Buffer[] = [];
  #done: Promise<Buffer>;

  constructor(info: { title: string; author: string; lang: string; createdAt: Date }) {
    this.doc = new PDFDocument({
      size: "A4",
      margin: 0,
      bufferPages: true,
      pdfVersion: "1.7",
      tagged: true,
      displayTitle: true,
      lang: info.lang,
      info: { Title: info.title, Author: info.author, CreationDate: info.createdAt },
    });
    this.doc.registerFont("400-latin", fontFile("latin", 400));
    this.doc.registerFont("700-latin", fontFile("latin", 700));
    this.doc.registerFont("400-extended", fontFile("latin-ext", 400));
    this.doc.registerFont("700-extended", fontFile("latin-ext", 700));
    this.#done = new Promise((resolve, reject) => {
      this.doc.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
      this.doc.on("end", () => resolve(Buffer.concat(this.#chunks)));
      this.doc.on("error", reject);
    });
  }

  #use(style: Style, extended: boolean): void {
    this.doc.font(`${style.bold ? 700 : 400}-${extended ? "extended" : "latin"}`).fontSize(style.size);
  }

  widthOf(text: string, style: Style): number {
    return runsOf(drawable(text)).reduce((sum, run) => {
      this.#use(style, run.extended);
      return sum + this.doc.widthOfString(run.text);
    }, 0);
  }

  /** Cuts a word that no line can hold. */
  #pieces(word: string, style: Style, width: number): string[] {
    const pieces: string[] = [];
    let piece = "";
    for (const char of word) {
      if (piece && this.widthOf(piece + char, style) > width) {
        pieces.push(piece);
        piece = "";
      }
      piece += char;
    }
    return piece ? [...pieces, piece] : pieces;
  }

  /** Lines of at most `width` points: broken at spaces and after hyphens, within a word only when it must. */
  wrap(text: string, style: Style, width: number): string[] {
    const lines: string[] = [];
    for (const paragraph of drawable(text).split("\n")) {
      let line = "";
      for (const word of paragraph.split(/(?<=[ \-/])/)) {
        if (this.widthOf((line + word).trimEnd(), style) <= width) {
          line += word;
          continue;
        }
        if (line) lines.push(line.trimEnd());
        const pieces = this.#pieces(word, style, width);
        line = pieces.pop() ?? "";
        lines.push(...pieces);
      }
      if (line.trim()) lines.push(line.trimEnd());
    }
    return lines;
  }

  heightOf(lines: number, style: Style): number {
    return lines * style.size * LINE;
  }

  /** Starts a new page unless `height` points are left on this one. */
  room(height: number): void {
    if (this.y + height <= PAGE.height - PAGE.bottom) return;
    this.doc.addPage();
    this.y = PAGE.top;
  }

  /** Writes one line with its top at `y`, tagged. */
  line(text: string, x: number, y: number, style: Style, tag = "P"): void {
    const write = () => {
      let at = x;
      for (const run of runsOf(drawable(text))) {
        this.#use(style, run.extended);
        this.doc.fillColor(style.color);
        this.doc.text(run.text, at, y + style.size * 1.02, { lineBreak: false, baseline: "alphabetic" });
        at += this.doc.widthOfString(run.text);
      }
    };
    if (tag === "Artifact") this.decorate(write);
    else this.doc.addStructure(this.doc.struct(tag, {}, write));
  }

  /** Writes lines from where the sheet stands, each kept whole. */
  lines(lines: readonly string[], x: number, style: Style, tag = "P"): void {
    for (const text of lines) {
      this.room(style.size * LINE);
      this.line(text, x, this.y, style, tag);
      this.y += style.size * LINE;
    }
  }

  /** Something drawn that says nothing by itself. */
  decorate(draw: () => void): void {
    this.doc.markContent("Artifact", { type: "Layout" });
    draw();
    this.doc.endMarkedContent();
  }

  /** Writes at the foot of every page, once all are known, the first text that fits. */
  foot(texts: (page: number, pages: number) => string[], style: Style): void {
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page);
      const fitting = texts(page + 1, count).find((text) => this.widthOf(text, style) <= WIDTH);
      if (!fitting) continue;
      const x = PAGE.width - PAGE.right - this.widthOf(fitting, style);
      this.line(fitting, x, PAGE.height - PAGE.bottom + 22, style, "Artifact");
    }
  }

  finish(): Promise<Buffer> {
    this.doc.end();
    return this.#done;
  }
}
