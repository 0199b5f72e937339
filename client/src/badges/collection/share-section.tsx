import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Section } from "../../ui/page.tsx";
import { usePublicBadge } from "../public/use-public-badge.ts";
import { OutsideButton } from "../shown/outside-button.tsx";
import styles from "./collection.module.css";

/** A badge issued here has a page that anybody may open, and may go to LinkedIn. */
export function ShareSection({ credentialId }: { credentialId: string }) {
  const { t } = useTranslation("collection");
  const { data } = usePublicBadge(credentialId);
  return (
    <Section title={t("share.title")}>
      <div className={styles.actions}>
        <ButtonLink to="/badges/credentials/$badgeId" params={{ badgeId: credentialId }}>
          {t("share.page")}
        </ButtonLink>
        {data?.status === "issued" && data.links.linkedIn ? (
          <OutsideButton href={data.links.linkedIn}>{t("share.linkedIn")}</OutsideButton>
        ) : null}
      </div>
    </Section>
  );
}
