import type { BadgeForm } from "@acquis/shared/badges/collection.schema.ts";
import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { saveFile } from "../../platform/save-file.ts";

/** A badge as a file, handed to the browser to keep. */
export function useDownloadBadge() {
  return useMutation({
    mutationFn: async (input: { id: string; as: BadgeForm }) =>
      saveFile(await api.badges.collection.download(input)),
  });
}
