import { rotateKeys } from "@acquis/server/badges/keys/rotate-keys.ts";
import { createLog } from "@acquis/server/platform/log.ts";
import { readSettings, SettingsError } from "@acquis/server/platform/settings.ts";

// New keys for one organisation (its id, or the last part of its DID), or for all. The product may be running.
const [organisation] = process.argv.slice(2);
try {
  const settings = readSettings(process.env);
  const rotated = await rotateKeys(settings, createLog("warn"), organisation);
  for (const { did, name, ed25519 } of rotated) console.log(`${name}  ${did}  ${ed25519.length} keys`);
  if (rotated.length === 0) {
    console.error(organisation ? `No organisation signs as ${organisation}.` : "No organisation signs yet.");
    process.exit(1);
  }
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exit(78);
}
