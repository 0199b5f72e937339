import type { ExportFormat } from "@acquis/shared/badges/collection.schema.ts";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { Section } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import styles from "./collection.module.css";
import { useExportCollection } from "./use-export-collection.ts";

const FORMATS: readonly ExportFormat[] = ["zip", "clr", "elm"];

/** Everything one holds, to take elsewhere. Without badges, only the portfolio is worth taking. */
export function ExportsSection({ some }: { some: boolean }) {
  const { t } = useTranslation("collection");
  const take = useExportCollection();
  return (
    <Section title={t("exports.title")}>
      <p>{t("exports.text")}</p>
      <FormProblem error={take.error} />
      <ul className={styles.exports}>
        {FORMATS.filter((format) => some || format === "elm").map((format) => (
          <li key={format}>
            <Button
              variant="default"
              aria-describedby={`export-${format}`}
              loading={take.isPending && take.variables === format}
              disabled={take.isPending}
              onClick={() => take.mutate(format, { onSuccess: () => toast.done(t("exports.done")) })}
            >
              {t(`exports.${format}`)}
            </Button>
            <span id={`export-${format}`} className={styles.soft}>
              {t(`exports.${format}Text`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
