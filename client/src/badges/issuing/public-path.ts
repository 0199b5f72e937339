/** Where a badge issued here is shown, on this very server: its origin may have been frozen under another name. */
export function publicPathOf(pageUrl: string): string {
  return URL.canParse(pageUrl) ? new URL(pageUrl).pathname : pageUrl;
}
