import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";
import { saveFile } from "../platform/save-file.ts";

type Input = Parameters<typeof api.portfolio.printCv>[0];

/** Fetches the CV in PDF, with the session refreshed if need be, and hands it to the browser to keep. */
export function usePrintCv() {
  return useMutation({
    mutationFn: async ({ fileName, locale }: Input & { fileName: string }) =>
      saveFile(await api.portfolio.printCv({ locale }), fileName),
  });
}
