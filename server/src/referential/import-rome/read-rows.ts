import { readFileSync } from "node:fs";
import { CsvError, parse } from "csv-parse/sync";

/** A row that could not be used. `line` is where it begins in its file; the number of the sheet in a JSON file. */
export interface BadRow {
  file: string;
  line: number;
  reason: string;
}

export interface Row {
  line: number;
  /** Trimmed, with `''` read as an apostrophe; "" for a column the row or the file does not have. */
  get(column: string): string;
}

/** What no byte of UTF-8 stands for: a row with it is not what was written. */
const UNREADABLE = "\uFFFD";

/**
 * UTF-8, or ISO-8859-15 as France Travail's JSON files are: whichever most accents are in, so that one bad byte,
 * or a file cut in the middle of a letter, changes no other row.
 */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  const text = new TextDecoder("utf-8").decode(bytes);
  const unreadable = text.split(UNREADABLE).length - 1;
  const accents = (text.match(/[^\p{ASCII}\uFFFD]/gu) ?? []).length;
  return unreadable > accents ? new TextDecoder("iso-8859-15").decode(bytes) : text;
}

export function cleanText(text: string): string {
  return text.replaceAll("''", "'").replace(/\s+/g, " ").trim();
}

/**
 * Rows of a CSV file. One that cannot be read (a quote left open, too few columns) is reported, and reading
 * starts again at the next line: it never takes others with it.
 */
export function readRows(text: string, file: string, columns: readonly string[], bad: BadRow[]): Row[] {
  const lines = splitLines(text);
  const header = firstRecord(lines[0] ?? "").map((name) => name.trim().toLowerCase());
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    bad.push({ file, line: 1, reason: `columns missing: ${missing.join(", ")}` });
    return [];
  }
  const place = new Map(header.map((name, index) => [name, index]));
  const rows: Row[] = [];
  let start = 1;
  while (start < lines.length) {
    let next = start;
    try {
      parse(lines.slice(start).join(""), {
        relax_column_count: true,
        on_record(record: string[], { lines: read }) {
          const line = next + 1;
          next = start + read;
          addRow(record, line);
          return null;
        },
      });
      break;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      bad.push({ file, line: next + 1, reason: reasonOf(error) });
      start = next + 1;
    }
  }
  return rows;

  function addRow(record: string[], line: number): void {
    if (record.length === 1 && record[0]?.trim() === "") return;
    if (record.length !== header.length) {
      bad.push({ file, line, reason: `${record.length} columns instead of ${header.length}` });
      return;
    }
    if (record.some((value) => value.includes(UNREADABLE))) {
      bad.push({ file, line, reason: "a letter is not UTF-8" });
      return;
    }
    rows.push({ line, get: (column) => cleanText(record[place.get(column) ?? -1] ?? "") });
  }
}

/** Lines with their ends, so that a text that spans lines stays whole. */
function splitLines(text: string): string[] {
  return (
    text
      .replace(/^\uFEFF/, "")
      .replace(/\r\n?/g, "\n")
      .match(/[^\n]*\n|[^\n]+$/g) ?? []
  );
}

function firstRecord(line: string): string[] {
  try {
    return parse(line, { relax_column_count: true })[0] ?? [];
  } catch {
    return [];
  }
}

function reasonOf(error: CsvError): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return "a quote is never closed";
  if (error.code === "CSV_INVALID_CLOSING_QUOTE") return "a quote is not doubled, or is never closed";
  return error.message;
}
