import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog.tsx";
import { LegendList } from "../../ui/legend.tsx";
import styles from "./results.module.css";

const STEPS = ["ready", "proven", "close", "useful", "distance"] as const;

/** The rule in plain words, and what the marks say. */
export function OrderDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(["candidates", "ui"]);
  return (
    <Dialog open={open} onClose={onClose} title={t("order.title")}>
      <p>{t("order.lead")}</p>
      <ol className={styles.rule}>
        {STEPS.map((step) => (
          <li key={step}>
            <strong>{t(`order.${step}`)}</strong> {t(`order.${step}Text`)}
          </li>
        ))}
      </ol>
      <p>{t("order.never")}</p>
      <h3>{t("ui:legend.title")}</h3>
      <LegendList />
      <Link to="/regle">{t("order.whole")}</Link>
    </Dialog>
  );
}
