import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { useTranslation } from "react-i18next";
import { toast } from "../../ui/toast.tsx";
import styles from "./collection.module.css";
import { useShowBadge } from "./use-show-badge.ts";

/** Shown to those who follow one, or hidden; says which in words, since a switch alone does not. */
export function ShownSwitch({ badge }: { badge: CollectedBadge }) {
  const { t } = useTranslation("collection");
  const show = useShowBadge();
  if (!badge.canShow) return <p className={styles.soft}>{t("shown.cannot")}</p>;
  const shown = show.isPending ? show.variables.shown : badge.shown;
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        role="switch"
        checked={shown}
        aria-checked={shown}
        disabled={show.isPending}
        onChange={(event) =>
          show.mutate(
            { id: badge.id, shown: event.currentTarget.checked },
            {
              onSuccess: (kept) => toast.done(t(kept.shown ? "shown.isShown" : "shown.isHidden")),
              onError: () => toast.problem(t("shown.failed")),
            },
          )
        }
      />
      <span className={styles.track} aria-hidden="true" />
      <span className={styles.switchWords}>
        <span>{t("shown.label")}</span>
        <strong aria-hidden="true">{t(shown ? "shown.on" : "shown.off")}</strong>
      </span>
    </label>
  );
}
