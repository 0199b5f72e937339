import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { Section } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import styles from "./collection.module.css";
import { useDownloadBadge } from "./use-download-badge.ts";

type Wanted = "original" | "json" | "image";

/** Forms that a badge has beside the one it came in: what an image holds, or the image of what came without. */
function otherForms({ format, image }: CollectedBadge): Wanted[] {
  if (format === "png" || format === "svg") return ["json"];
  return image ? ["image"] : [];
}

/** The badge as files: as it came, and in the other forms that everybody reads. */
export function DownloadsSection({ badge }: { badge: CollectedBadge }) {
  const { t } = useTranslation("collection");
  const download = useDownloadBadge();
  const { format } = badge;
  if (!format)
    return (
      <Section title={t("download.title")}>
        <p>{t("download.none")}</p>
      </Section>
    );
  const take = (as: Wanted) =>
    download.mutate({ id: badge.id, as }, { onSuccess: () => toast.done(t("download.done")) });
  return (
    <Section title={t("download.title")}>
      <p>{t("download.text")}</p>
      <FormProblem error={download.error} />
      <div className={styles.actions}>
        {(["original", ...otherForms(badge)] as const).map((form) => (
          <Button
            key={form}
            variant="default"
            loading={download.isPending && download.variables.as === form}
            disabled={download.isPending}
            onClick={() => take(form)}
          >
            {form === "original"
              ? t("download.original", { format: format.toUpperCase() })
              : t(`download.${form}`)}
          </Button>
        ))}
      </div>
    </Section>
  );
}
