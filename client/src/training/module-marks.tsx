import { monthOf } from "@acquis/shared/platform/dates.ts";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import { Mark, type MarkKind } from "../ui/mark.tsx";
import {
  type Attendee,
  byEnd,
  type ModuleStanding,
  type SessionModule,
  standingIn,
} from "./session-progress.ts";
import styles from "./training.module.css";

/** The shapes of the five marks, said of a module. */
export const standingMarks: Record<ModuleStanding, MarkKind> = {
  passed: "proven",
  skipped: "acquired",
  coming: "upcoming",
  overdue: "missing",
};
export const STANDINGS: readonly ModuleStanding[] = ["passed", "skipped", "coming", "overdue"];

interface ModuleMarksProps {
  modules: readonly SessionModule[];
  enrolment: Pick<Attendee, "passedModuleIds" | "skippedModuleIds">;
}

/** Somebody's modules in the order they end, one mark each; screen readers get the counts. */
export function ModuleMarks({ modules, enrolment }: ModuleMarksProps) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const now = today();
  const standings = byEnd(modules).map((module) => ({
    module,
    standing: standingIn(module, enrolment, now),
  }));
  const said = STANDINGS.flatMap((kind) => {
    const count = standings.filter(({ standing }) => standing === kind).length;
    return count > 0 ? [t(`modules.count_${kind}`, { count })] : [];
  });
  return (
    <span className={styles.marks} role="img" aria-label={format.list(said)}>
      {standings.map(({ module, standing }) => (
        <span
          key={module.id}
          title={t(`modules.said.${standing}`, {
            name: module.name,
            month: format.month(monthOf(module.endsOn)),
          })}
        >
          <Mark kind={standingMarks[standing]} size={20} hidden />
        </span>
      ))}
    </span>
  );
}

/** What the marks say of modules. */
export function ModuleLegend() {
  const { t } = useTranslation("training");
  return (
    <ul className={styles.legend} aria-label={t("modules.legend")}>
      {STANDINGS.map((standing) => (
        <li key={standing}>
          <Mark kind={standingMarks[standing]} size={18} hidden />
          {t(`modules.kinds.${standing}`)}
        </li>
      ))}
    </ul>
  );
}
