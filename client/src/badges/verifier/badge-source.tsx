import type { BadgeSource } from "@acquis/shared/badges/verifier.schema.ts";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../ui/error-state.tsx";
import { Section } from "../../ui/page.tsx";
import { DropZone } from "./drop-zone.tsx";
import { LinkForm } from "./link-form.tsx";
import styles from "./reading.module.css";

interface BadgeSourceFormProps {
  onSource: (source: BadgeSource) => void;
  busy: boolean;
  error: unknown;
}

/** Where a badge comes from: a file or a link; while it is checked, it says so. */
export function BadgeSourceForm({ onSource, busy, error }: BadgeSourceFormProps) {
  const { t } = useTranslation("badgeReading");
  return (
    <>
      <div role="status" className={styles.status}>
        {busy ? (
          <>
            <progress className={styles.progress} aria-label={t("busy")} />
            <p>{t("busy")}</p>
          </>
        ) : null}
      </div>
      <FormProblem error={error} />
      <div className={styles.ways} data-busy={busy}>
        <Section title={t("drop.title")}>
          <DropZone disabled={busy} onFile={(file) => onSource({ file })} />
        </Section>
        <Section title={t("link.title")}>
          <LinkForm busy={busy} onLink={(link) => onSource({ link })} />
        </Section>
      </div>
    </>
  );
}
