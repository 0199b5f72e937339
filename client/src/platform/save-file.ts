const KEPT_MS = 60_000;

/** Hands a file that was fetched to the browser, to keep; under its own name, or the one given. */
export function saveFile(file: Blob & { name?: string }, fileName = file.name ?? "acquis"): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
