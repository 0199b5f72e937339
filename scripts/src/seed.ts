import { createApp } from "@acquis/server/app/app.ts";
import { seedDemo } from "@acquis/server/app/demo/seed-demo.ts";
import { readSettings } from "@acquis/server/platform/settings.ts";

// Fills an empty data folder with the fictional territory, without serving it.
const settings = readSettings(process.env);
if (!settings.demo) throw new Error("the fictional territory belongs to a demonstration: set DEMO=true");
const app = await createApp(settings);
await seedDemo(app);
await app.close();
