import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { MainButton } from "../ui/button-link.tsx";
import { Icon } from "../ui/icon.tsx";
import styles from "./fields.module.css";

interface StaleChoiceProps {
  busy: boolean;
  /** Saves what is on screen over what somebody else saved. */
  onKeepMine: () => void;
  /** Shows what somebody else saved; what is on screen is lost. */
  onTakeTheirs: () => void;
}

/** Two people changed the same thing: says so, and lets one choose. Nothing was saved yet. */
export function StaleChoice({ busy, onKeepMine, onTakeTheirs }: StaleChoiceProps) {
  const { t } = useTranslation("training");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className={styles.stale} role="alert">
      <p className={styles.staleTitle}>
        <Icon name="alert" />
        <strong>{t("stale.title")}</strong>
      </p>
      <p>{t("stale.text")}</p>
      <div className={styles.buttons}>
        <MainButton type="button" onClick={onKeepMine} loading={busy}>
          {t("stale.mine")}
        </MainButton>
        <Button variant="default" onClick={onTakeTheirs}>
          {t("stale.theirs")}
        </Button>
      </div>
    </div>
  );
}
