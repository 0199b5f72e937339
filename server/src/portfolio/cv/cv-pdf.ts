import { dayInWords } from "@acquis/shared/platform/dates.ts";
import type { CvCompetency, CvContent } from "./cv-content.ts";
import { type CvMark, drawMark } from "./cv-marks.ts";
import { LEFT, Sheet, type Style, WIDTH } from "./cv-sheet.ts";
import { cvWords, sayMonth } from "./cv-words.ts";

const SEA = "#0b3c5d";
const INK = "#1c2530";
const GREY = "#4c5967";
const RULE = "#c3ced8";
const name: Style = { size: 25, bold: true, color: SEA };
const sought: Style = { size: 13, color: INK };
const heading: Style = { size: 13, bold: true, color: SEA };
const body: Style = { size: 10, color: INK };
const strong: Style = { size: 10, bold: true, color: INK };
const small: Style = { size: 8.8, color: GREY };

const MARK = 9;
const INDENT = 17;
const GUTTER = 22;
const COLUMN = (WIDTH - GUTTER) / 2;
const ASIDE = 116;

function mark(sheet: Sheet, kind: CvMark, x: number, top: number, size = MARK): void {
  sheet.decorate(() => drawMark(sheet.doc, kind, x + size / 2, top + 6.6, size, SEA));
}

function rule(sheet: Sheet, y: number, color: string, width: number): void {
  sheet.decorate(() => {
    sheet.doc
      .moveTo(LEFT, y)
      .lineTo(LEFT + WIDTH, y)
      .lineWidth(width)
      .stroke(color);
  });
}

/** A heading never stays alone at the foot of a page: `first` points must follow it. */
function section(sheet: Sheet, title: string, first: number, aside = ""): void {
  sheet.y += 13;
  sheet.room(26 + first);
  sheet.line(title, LEFT, sheet.y, heading, "H2");
  if (aside) sheet.line(aside, LEFT + WIDTH - sheet.widthOf(aside, small), sheet.y + 4, small);
  sheet.y += 19;
  rule(sheet, sheet.y, RULE, 0.75);
  sheet.y += 7;
}

function header(sheet: Sheet, content: CvContent): void {
  sheet.lines(sheet.wrap(content.name, name, WIDTH), LEFT, name, "H1");
  const occupations = content.occupations.join(" · ");
  if (occupations) sheet.lines(sheet.wrap(occupations, sought, WIDTH), LEFT, sought);
  sheet.y += 2;
  sheet.lines(sheet.wrap(content.contact.join(" · "), body, WIDTH), LEFT, body);
  sheet.y += 7;
  rule(sheet, sheet.y, SEA, 1.6);
  sheet.y += 8;
}

/** What the marks on this CV mean, on one line or two. */
function legend(sheet: Sheet, content: CvContent): void {
  const words = cvWords[content.locale].legend;
  const used: CvMark[] = [];
  if (content.proven.length > 0) used.push("proven");
  if (content.acquired.length > 0) used.push("acquired");
  if (content.upcoming.length > 0) used.push("upcoming");
  let x = LEFT;
  for (const kind of used) {
    const width = 13 + sheet.widthOf(words[kind], small);
    if (x > LEFT && x + width > LEFT + WIDTH) {
      x = LEFT;
      sheet.y += 14;
    }
    mark(sheet, kind, x, sheet.y - 0.6, 8);
    sheet.line(words[kind], x + 13, sheet.y, small);
    x += width + 16;
  }
  if (used.length > 0) sheet.y += 14;
}

function proven(sheet: Sheet, content: CvContent): void {
  const { levels } = cvWords[content.locale];
  for (const item of content.proven) {
    const level = levels[item.level];
    const levelWidth = sheet.widthOf(level, small);
    const label = sheet.wrap(item.label, strong, WIDTH - INDENT - levelWidth - 14);
    const proof = sheet.wrap(item.proof, small, WIDTH - INDENT);
    sheet.room(sheet.heightOf(label.length, strong) + sheet.heightOf(proof.length, small));
    mark(sheet, "proven", LEFT, sheet.y);
    const top = sheet.y;
    sheet.lines(label, LEFT + INDENT, strong);
    sheet.line(level, LEFT + WIDTH - levelWidth, top + 1, small);
    sheet.lines(proof, LEFT + INDENT, small);
    sheet.y += 4;
  }
}

/** Competencies in two columns, read across; the level follows each label. */
function grid(sheet: Sheet, kind: CvMark, items: readonly CvCompetency[], content: CvContent): void {
  const { levels } = cvWords[content.locale];
  for (let index = 0; index < items.length; index += 2) {
    const row = items.slice(index, index + 2).map((item) => ({
      label: sheet.wrap(item.label, body, COLUMN - INDENT),
      level: levels[item.level],
    }));
    const height = Math.max(
      ...row.map((cell) => sheet.heightOf(cell.label.length, body) + sheet.heightOf(1, small)),
    );
    sheet.room(height);
    const top = sheet.y;
    row.forEach((cell, column) => {
      const x = LEFT + column * (COLUMN + GUTTER);
      mark(sheet, kind, x, top);
      sheet.y = top;
      sheet.lines(cell.label, x + INDENT, body);
      sheet.lines([cell.level], x + INDENT, small);
    });
    sheet.y = top + height + 3;
  }
}

function upcoming(sheet: Sheet, content: CvContent): void {
  for (const group of content.upcoming) {
    const month = sayMonth(group.month, content.locale);
    const title = sheet.wrap(
      `${month.charAt(0).toUpperCase()}${month.slice(1)} · ${group.training}`,
      strong,
      WIDTH,
    );
    sheet.room(sheet.heightOf(title.length, strong) + 34);
    sheet.lines(title, LEFT, strong, "H3");
    sheet.y += 3;
    grid(sheet, "upcoming", group.competencies, content);
    sheet.y += 3;
  }
}

function experiences(sheet: Sheet, content: CvContent): void {
  const { today } = cvWords[content.locale];
  const wide = WIDTH - ASIDE;
  for (const item of content.experiences) {
    const until = item.endsOn ? sayMonth(item.endsOn, content.locale) : today;
    const from = sayMonth(item.startsOn, content.locale);
    const dates = sheet.wrap(from === until ? from : `${from} – ${until}`, small, ASIDE - 14);
    const title = sheet.wrap(item.title, strong, wide);
    const where = item.organisation ? sheet.wrap(item.organisation, body, wide) : [];
    const told = item.description ? sheet.wrap(item.description, body, wide) : [];
    const used = item.competencies.length > 0 ? sheet.wrap(item.competencies.join(" · "), small, wide) : [];
    sheet.room(sheet.heightOf(title.length + where.length + Math.min(told.length, 2), body));
    const top = sheet.y;
    dates.forEach((text, index) => {
      sheet.line(text, LEFT, top + 1 + index * small.size * 1.36, small);
    });
    const page = sheet.doc.bufferedPageRange().count;
    sheet.lines(title, LEFT + ASIDE, strong, "H3");
    sheet.lines(where, LEFT + ASIDE, body);
    sheet.lines(told, LEFT + ASIDE, body);
    sheet.lines(used, LEFT + ASIDE, small);
    if (page === sheet.doc.bufferedPageRange().count)
      sheet.y = Math.max(sheet.y, top + sheet.heightOf(dates.length, small));
    sheet.y += 7;
  }
}

function preferences(sheet: Sheet, content: CvContent): void {
  for (const { label, value } of content.preferences) {
    const lines = sheet.wrap(value, body, WIDTH - ASIDE);
    sheet.room(sheet.heightOf(lines.length, body));
    sheet.line(label, LEFT, sheet.y + 1, small);
    sheet.lines(lines, LEFT + ASIDE, body);
    sheet.y += 2;
  }
}

/** Sets a CV in PDF, tagged, on A4 pages. */
export async function drawCv(content: CvContent, createdAt: Date): Promise<{ pdf: Buffer; pages: number }> {
  const words = cvWords[content.locale];
  const sheet = new Sheet({
    title: `CV · ${content.name}`,
    author: content.name,
    lang: content.locale,
    createdAt,
  });
  header(sheet, content);
  legend(sheet, content);
  const isEmpty = content.proven.length + content.acquired.length + content.upcoming.length === 0;
  if (isEmpty) sheet.lines([words.empty], LEFT, body);
  const upcomingShown = content.upcoming.reduce((sum, group) => sum + group.competencies.length, 0);
  const parts = [
    { part: "proven", first: 32, count: content.proven.length, draw: () => proven(sheet, content) },
    {
      part: "acquired",
      first: 32,
      count: content.acquired.length,
      draw: () => grid(sheet, "acquired", content.acquired, content),
    },
    { part: "upcoming", first: 56, count: upcomingShown, draw: () => upcoming(sheet, content) },
    {
      part: "experiences",
      first: 72,
      count: content.experiences.length,
      draw: () => experiences(sheet, content),
    },
  ] as const;
  for (const { part, first, count, draw } of parts) {
    if (count === 0) continue;
    const all = content.counts[part];
    section(sheet, words.sections[part], first, count < all ? words.some(count, all) : "");
    draw();
  }
  if (content.preferences.length > 0) {
    section(sheet, words.sections.preferences, 17 * content.preferences.length);
    preferences(sheet, content);
  }
  sheet.foot((page, pages) => {
    const short = `${words.printed(dayInWords(content.printedOn, content.locale))} · ${words.page(page, pages)}`;
    return [`${content.name} · ${short}`, short];
  }, small);
  const { count: pages } = sheet.doc.bufferedPageRange();
  return { pdf: await sheet.finish(), pages };
}
