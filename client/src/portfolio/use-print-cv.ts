import { useMutation } from "@tanstack/react-query";
import { api } from "../platform/api.ts";

type Input = Parameters<typeof api.portfolio.printCv>[0];

const KEPT_MS = 60_000;

/** Fetches the CV in PDF, with the session refreshed if need be, and hands it to the browser to keep. */
export function usePrintCv() {
  return useMutation({
    mutationFn: async (input: Input & { fileName: string }) => {
      const file = await api.portfolio.printCv({ locale: input.locale });
      const url = URL.createObjectURL(file);
      const link = document.createElement("a");
      link.href = url;
      link.download = input.fileName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
    },
  });
}
