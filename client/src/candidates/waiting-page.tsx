import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queryClient } from "../platform/query-client.ts";
import { sessionQuery, useAccount } from "../platform/session.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import styles from "./waiting.module.css";

/** For an employer whose company the Région has not approved, or has suspended: where it stands, what is next. */
export function WaitingPage() {
  const { t } = useTranslation("candidates");
  const { organisation } = useAccount();
  const state = organisation?.status === "suspended" ? "suspended" : "pending";
  const name = organisation?.name ?? "";
  return (
    <Page narrow>
      <PageHeader title={t(`waiting.${state}Title`)} lead={t(`waiting.${state}Lead`, { name })} />
      {state === "pending" ? (
        <Card>
          <ol className={styles.steps}>
            <li data-done="true">
              <Icon name="check" />
              <span>{t("waiting.asked", { name })}</span>
            </li>
            <li aria-current="step">
              <Icon name="building" />
              <span>
                <strong>{t("waiting.now")}</strong> {t("waiting.nowText")}
              </span>
            </li>
            <li>
              <Icon name="mail" />
              <span>{t("waiting.told")}</span>
            </li>
            <li>
              <Icon name="search" />
              <span>{t("waiting.after")}</span>
            </li>
          </ol>
        </Card>
      ) : null}
      <p>
        {t("waiting.meanwhile")} <Link to="/regle">{t("order.whole")}</Link>
      </p>
      <div>
        <Button
          variant="default"
          onClick={() => void queryClient.refetchQueries({ queryKey: sessionQuery.queryKey })}
        >
          {t("waiting.look")}
        </Button>
      </div>
    </Page>
  );
}
