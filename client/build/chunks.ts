const LIBRARIES =
  /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|use-sync-external-store|@tanstack\/[a-z-]+|@orpc\/[a-z-]+)\//;

/** The part of the kit that every page shows; pickers, fields and drawings of time come with who needs them. */
const KIT =
  /src\/ui\/(button|button-link|card|dialog|empty-state|error-state|icon|legend|loaded|logo|mark|page|skeleton|skip-link|status-badge|toast)\./;
const SHELL = /client\/src\/(platform|app\/shell)\/.*(?<!\.(fr|en))\.tsx?$/;

/** What every first page loads, in two scripts rather than thirty: 7 kB less gzipped, and fewer requests. */
export const chunkGroups = [
  { name: "libraries", test: LIBRARIES },
  { name: "kit", test: (id: string) => KIT.test(id) || SHELL.test(id) },
];
