import type { Verdict } from "@acquis/shared/candidates/candidate.schema.ts";

type Drawing = Pick<
  PDFKit.PDFDocument,
  "save" | "restore" | "lineWidth" | "circle" | "fill" | "stroke" | "moveTo" | "lineTo" | "path" | "dash"
> & { lineCap(cap: "round" | "butt"): unknown };

/** The marks of the product (DESIGN section 7) that a portfolio can bear: told by shape before colour. */
export type CvMark = Exclude<Verdict["kind"], "close" | "missing">;

/** Draws one mark as a vector shape, centred on (x, y), `size` points across. */
export function drawMark(doc: Drawing, mark: CvMark, x: number, y: number, size: number, ink: string): void {
  const line = size * 0.13;
  const radius = (size - line) / 2;
  doc.save();
  doc.lineWidth(line);
  if (mark === "proven") {
    doc.circle(x, y, size / 2).fill(ink);
    doc.lineCap("round");
    doc
      .moveTo(x - size * 0.22, y + size * 0.02)
      .lineTo(x - size * 0.06, y + size * 0.18)
      .lineTo(x + size * 0.23, y - size * 0.16)
      .stroke("#ffffff");
  } else {
    doc.circle(x, y, radius).stroke(ink);
    if (mark === "upcoming") {
      const top = y - radius;
      doc.path(`M ${x} ${top} A ${radius} ${radius} 0 0 0 ${x} ${y + radius} Z`).fill(ink);
    }
  }
  doc.restore();
}
