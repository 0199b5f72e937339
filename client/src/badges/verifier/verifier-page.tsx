import { useTranslation } from "react-i18next";
import { MainButton } from "../../ui/button-link.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { BadgeSourceForm } from "./badge-source.tsx";
import styles from "./reading.module.css";
import { usePicture } from "./use-picture.ts";
import { useVerify } from "./use-verify.ts";
import { VerificationResult } from "./verification-result.tsx";

/** Anybody verifies anybody's badge, without an account. */
export function VerifierPage() {
  const { t } = useTranslation("badgeReading");
  const verify = useVerify();
  const picture = usePicture(verify.variables);
  return (
    <Page narrow>
      <PageHeader title={t("page.title")} lead={t("page.lead")} />
      <p className={styles.private}>
        <Icon name="info" />
        <span>{t("page.private")}</span>
      </p>
      {verify.data ? (
        <VerificationResult verification={verify.data} picture={picture}>
          <MainButton className={styles.next} onClick={() => verify.reset()}>
            {t("another")}
          </MainButton>
        </VerificationResult>
      ) : (
        <>
          <BadgeSourceForm onSource={verify.mutate} busy={verify.isPending} error={verify.error} />
          <Section title={t("page.what")}>
            <p>{t("page.whatText")}</p>
          </Section>
        </>
      )}
    </Page>
  );
}
