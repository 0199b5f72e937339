import type { ImportReport } from "./import-rome.ts";

const SHOWN_PER_FILE = 20;

/** The report as people read it; `--json` of the script gives all of it. */
export function presentReport(report: ImportReport, seconds: number): string {
  const number = (value: number) => value.toLocaleString("en-US");
  const line = (name: string, value: string | number) =>
    `  ${name.padEnd(22)}${typeof value === "number" ? number(value) : value}`;
  const { counts } = report;
  const lines = [
    "",
    "ROME, as the referential now holds it",
    line("edition", report.romeVersion === null ? "none" : `v${report.romeVersion}`),
    line("occupations", `${number(counts.occupations)} (${number(counts.parentOccupations)} parents)`),
    line("titles", counts.titles),
    line("competencies", `${number(counts.competencies)} (${number(counts.families)} families)`),
    line("knowledge items", counts.knowledge),
    line("occupation links", counts.links),
    "",
    report.created + report.changed + report.retired === 0
      ? `Nothing changed: 0 created, 0 changed, ${number(report.unchanged)} already there.`
      : `${number(report.created)} created, ${number(report.changed)} changed, ${number(report.unchanged)} already there, ${number(report.retired)} retired.`,
    ...(report.spared > 0
      ? [`${number(report.spared)} not found in a file that could not be read whole: left as they are.`]
      : []),
    `${number(report.linksLeftOut)} links left out: ROME no longer has their item.`,
    `${seconds.toFixed(1)} s`,
    "",
    "Files read",
    ...report.files.map((file) =>
      line(number(file.rows), `${file.name}${file.bad > 0 ? `, ${file.bad} bad` : ""}`),
    ),
    ...(report.notUsed.length > 0 ? ["", `Not used: ${report.notUsed.join(", ")}`] : []),
  ];
  if (report.bad.length > 0) {
    lines.push("", `${number(report.bad.length)} rows could not be used:`);
    const shown = new Map<string, number>();
    for (const { file, line: at, reason } of report.bad) {
      const before = shown.get(file) ?? 0;
      shown.set(file, before + 1);
      if (before < SHOWN_PER_FILE) lines.push(`  ${file}:${at}  ${reason}`);
      else if (before === SHOWN_PER_FILE) lines.push(`  ${file}: and others; --json lists them all`);
    }
  }
  return lines.join("\n");
}
