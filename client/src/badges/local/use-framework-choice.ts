import { versionInForce } from "@acquis/shared/badges/framework.rules.ts";
import type { MetaCriterion } from "@acquis/shared/badges/framework.schema.ts";
import { useTranslation } from "react-i18next";
import { useFramework } from "../framework/use-framework.ts";
import { useInLanguage } from "../public/use-in-language.ts";

/** The framework as forms offer it: meta-badges in force by name, their levels, what each asks. */
export function useFrameworkChoice() {
  const { t } = useTranslation("ui");
  const say = useInLanguage();
  const query = useFramework();
  const metaBadges = query.data ?? [];
  const levelsOf = (id: string) => {
    const found = metaBadges.find((one) => one.id === id);
    return (found && versionInForce(found)?.levels) ?? [];
  };
  return {
    query,
    metaBadges: metaBadges.flatMap((one) => {
      const version = versionInForce(one);
      return version ? [{ value: one.id, label: say(version.name) }] : [];
    }),
    levelsOf: (id: string) =>
      levelsOf(id).map(({ level }) => ({ value: String(level), level, label: t(`levels.name${level}`) })),
    criteriaOf: (id: string, level: number | null): MetaCriterion[] =>
      levelsOf(id).find((one) => one.level === level)?.criteria ?? [],
  };
}
