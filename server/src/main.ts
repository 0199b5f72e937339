import { createApp } from "./app/app.ts";
import { seedDemo } from "./app/demo/seed-demo.ts";
import { startProblem } from "./app/start-problem.ts";
import { readSettings, SettingsError } from "./platform/settings.ts";

const STOP_WITHIN_MS = 10_000;

/** EX_CONFIG of sysexits.h: starting again changes nothing. */
const WRONG_SETTINGS = 78;

function settingsOrExit() {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(error.message);
    return process.exit(WRONG_SETTINGS);
  }
}

const settings = settingsOrExit();
try {
  const app = await createApp(settings);
  if (settings.demo) await seedDemo(app);
  const port = await app.listen();
  console.log(
    `Acquis is ready: ${settings.publicUrl} (port ${port})${settings.demo ? " — demonstration" : ""}`,
  );

  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    app.kernel.log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await app.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop("SIGINT"));
  process.on("SIGTERM", () => void stop("SIGTERM"));
} catch (error) {
  const problem = startProblem(error, settings);
  if (problem === null) throw error;
  console.error(problem);
  process.exit(1);
}
