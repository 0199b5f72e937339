import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { ChecksSection } from "../shown/checks-section.tsx";
import { VerdictPanel } from "../shown/verdict.tsx";
import styles from "./public.module.css";
import { useVerifyNow } from "./use-verify-now.ts";

/** The badge verified now, not when it was given: the verdict, the checks, and a button to do it again. */
export function PublicVerification({ id }: { id: string }) {
  const { t } = useTranslation(["publicBadges", "badges"]);
  const format = useFormat();
  const verification = useVerifyNow(id, { enabled: true });
  const { data, isFetching, isError, error, refetch } = verification;
  if (isError && !isFetching) return <ErrorState error={error} onRetry={() => refetch()} />;
  return (
    <>
      <div role="status" className={styles.status}>
        {isFetching ? (
          <>
            <progress className={styles.progress} aria-label={t("badge.verifying")} />
            <p>{t("badge.verifying")}</p>
          </>
        ) : null}
        {data && !isFetching ? (
          <VerdictPanel verdict={data.verdict}>
            <p className={styles.soft}>{t("badge.verified", { time: format.time(data.verifiedAt) })}</p>
          </VerdictPanel>
        ) : null}
      </div>
      <Button variant="filled" className={styles.alone} loading={isFetching} onClick={() => refetch()}>
        {t("badge.again")}
      </Button>
      {data ? (
        // What the Région counts it as is told above, from its own register.
        <ChecksSection verdict={data.verdict} checks={data.checks} leaveOut="recognition" />
      ) : null}
    </>
  );
}
