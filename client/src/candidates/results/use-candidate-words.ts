import { useTranslation } from "react-i18next";
import { today, useFormat } from "../../platform/format.ts";
import type { Candidate } from "../use-candidate-search.ts";

type Somebody = Pick<Candidate, "id" | "name" | "availableFrom" | "contracts">;

/** What is said of somebody the same way everywhere: a name or a stable label, distance, availability. */
export function useCandidateWords() {
  const { t } = useTranslation(["candidates", "offers"]);
  const format = useFormat();
  return {
    /** The name, when they chose to show it; else « Profil 3F2A », always the same for the same person. */
    name: ({ id, name }: Pick<Somebody, "id" | "name">) =>
      name ??
      t("person.anonymous", {
        code: id
          .replace(/[^A-Za-z0-9]/g, "")
          .slice(0, 4)
          .toUpperCase(),
      }),
    distance: (step: number | null) =>
      step === null
        ? null
        : step === 0
          ? t("person.near")
          : t("person.between", { from: step * 10, to: step * 10 + 10 }),
    available: (from: Somebody["availableFrom"]) =>
      from === null
        ? t("person.availableUnknown")
        : from <= today()
          ? t("person.availableNow")
          : t("person.availableFrom", { day: format.day(from) }),
    contracts: (contracts: Somebody["contracts"]) =>
      contracts.length === 0 || contracts.length === 6
        ? t("person.anyContract")
        : format.list(contracts.map((kind) => t(`offers:contracts.${kind}`))),
    counts: ({ essential, useful, counts }: Pick<Candidate, "essential" | "useful" | "counts">) =>
      [
        t("counts.ready", { count: counts.ready, of: essential.length }),
        t("counts.proven", { count: counts.proven }),
        ...(counts.close > 0 ? [t("counts.close", { count: counts.close })] : []),
        ...(useful.length > 0 ? [t("counts.useful", { count: counts.useful, of: useful.length })] : []),
      ].join(" · "),
  };
}
