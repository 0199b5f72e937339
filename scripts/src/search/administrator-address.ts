/** Where Meilisearch is and the master key to keep its indexes with; ends the program with the reason when missing. */
export function administratorAddress(usage: string): { url: string; apiKey: string } {
  const { MEILI_URL: url, MEILI_MASTER_KEY: apiKey } = process.env;
  if (url && apiKey) return { url, apiKey };
  console.error(
    `Usage: MEILI_URL=… MEILI_MASTER_KEY=… npm run ${usage}\nThe master key is needed to keep indexes and keys, never to run the product.`,
  );
  process.exit(2);
}
