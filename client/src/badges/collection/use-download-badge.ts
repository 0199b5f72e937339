import { useMutation } from "@tanstack/react-query";
import { api } from "../../platform/api.ts";
import { problemOf } from "../../platform/problem.ts";
import { saveFile } from "../../platform/save-file.ts";

interface Wanted {
  id: string;
  as: "original" | "json" | "image";
}

/** The picture is of one kind or the other, which only its file tells. */
async function download({ id, as }: Wanted): Promise<File> {
  const { download: file } = api.badges.collection;
  if (as !== "image") return file({ id, as });
  return file({ id, as: "png" }).catch((error: unknown) => {
    if (problemOf(error).code !== "wrong_state") throw error;
    return file({ id, as: "svg" });
  });
}

/** A badge as a file, handed to the browser to keep. */
export function useDownloadBadge() {
  return useMutation({ mutationFn: async (wanted: Wanted) => saveFile(await download(wanted)) });
}
