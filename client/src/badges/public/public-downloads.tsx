import type { PublicBadge } from "@acquis/shared/badges/issuing.schema.ts";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { OutsideButton } from "../shown/outside-button.tsx";
import { pathOf } from "../shown/own-address.ts";
import styles from "./public.module.css";

function FileLink({ href, name, children }: { href: string; name: string; children: string }) {
  return (
    <a className={buttonClass({ variant: "default" })} href={pathOf(href)} download={name}>
      {children}
    </a>
  );
}

/** The badge as files for other sites, its QR code, and the way to LinkedIn. */
export function PublicDownloads({ badge }: { badge: PublicBadge }) {
  const { t } = useTranslation("publicBadges");
  const { id, links, revoked } = badge;
  return (
    <>
      <Section title={t("badge.share")}>
        <div className={styles.share}>
          <img className={styles.qr} src={pathOf(links.qr)} alt={t("badge.qr")} width={176} height={176} />
          <div className={styles.words}>
            <p>{t("badge.qrText")}</p>
            {links.linkedIn && !revoked ? (
              <OutsideButton href={links.linkedIn}>{t("badge.linkedIn")}</OutsideButton>
            ) : null}
          </div>
        </div>
      </Section>
      <Section title={t("badge.take")}>
        <p>{t("badge.takeText")}</p>
        <h3>{t("badge.files")}</h3>
        <div className={styles.actions}>
          <FileLink href={links.png} name={`badge-${id}.png`}>
            {t("badge.png")}
          </FileLink>
          <FileLink href={links.svg} name={`badge-${id}.svg`}>
            {t("badge.svg")}
          </FileLink>
          <FileLink href={links.json} name={`badge-${id}.json`}>
            {t("badge.json")}
          </FileLink>
        </div>
        <details className={styles.older}>
          <summary>{t("badge.older")}</summary>
          <div className={styles.actions}>
            <FileLink href={links.assertionPng} name={`badge-${id}-v2.png`}>
              {t("badge.assertionPng")}
            </FileLink>
            <FileLink href={links.assertion} name={`badge-${id}-v2.json`}>
              {t("badge.assertion")}
            </FileLink>
            <FileLink href={links.signedAssertion} name={`badge-${id}-v2.jws.txt`}>
              {t("badge.signedAssertion")}
            </FileLink>
          </div>
        </details>
      </Section>
    </>
  );
}
