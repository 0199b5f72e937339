import type { ExportFormat } from "@acquis/shared/badges/collection.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { saveFile } from "../../platform/save-file.ts";

/** Everything one holds in one file, handed to the browser to keep. */
export function useExportCollection() {
  return useMutation({
    mutationFn: async (format: ExportFormat) => saveFile(await api.badges.collection.export({ format })),
  });
}
