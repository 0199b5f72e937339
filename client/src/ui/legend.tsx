import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "./dialog.tsx";
import styles from "./legend.module.css";
import { MARK_KINDS, Mark } from "./mark.tsx";

/** The five marks with what each says. */
export function LegendList() {
  const { t } = useTranslation("ui");
  return (
    <dl className={styles.list}>
      {MARK_KINDS.map((kind) => (
        <div key={kind} className={styles.entry}>
          <dt>
            <Mark kind={kind} size={28} hidden />
            {t(`legend.${kind}`)}
          </dt>
          <dd>{t(`legend.${kind}Text`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The legend, one tap away: a small button that shows three marks and opens the explanation. */
export function LegendButton() {
  const { t } = useTranslation("ui");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        onClick={() => setOpen(true)}
        aria-label={t("legend.open")}
        title={t("legend.open")}
      >
        <Mark kind="proven" size={17} hidden />
        <Mark kind="upcoming" size={17} hidden />
        <Mark kind="acquired" size={17} hidden />
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t("legend.title")}>
        <LegendList />
      </Dialog>
    </>
  );
}
