import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import type { useSessionsGlance } from "../training/use-sessions-glance.ts";
import { ButtonLink } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";
import styles from "./attestations.module.css";

type Glance = NonNullable<ReturnType<typeof useSessionsGlance>["data"]>[number];

/** One session under way: what is over and waits to be passed, then what ends soon. */
export function SessionGlance({ sheet, present, toPass, endingSoon }: Glance) {
  const { t } = useTranslation("attestations");
  const format = useFormat();
  return (
    <Card as="li">
      <div>
        <h3>
          <Link to="/formateur/sessions/$sessionId" params={{ sessionId: sheet.id }}>
            {sheet.programmeName}
          </Link>
        </h3>
        <p className={styles.since}>
          {t("glance.where", {
            place: sheet.place.name,
            day: format.shortDay(sheet.endsOn),
            people: t("glance.present", { count: present }),
          })}
        </p>
      </div>
      {toPass.length + endingSoon.length === 0 ? <p>{t("glance.calm")}</p> : null}
      <ul className={styles.modules}>
        {toPass.map((module) => (
          <li key={module.id} data-tone="late">
            <Icon name="alert" size={20} />
            <span>
              <strong>{module.name}</strong>
              <span>
                {t("glance.toPass", { count: module.waiting, day: format.shortDay(module.endsOn) })}
              </span>
            </span>
          </li>
        ))}
        {endingSoon.map((module) => (
          <li key={module.id}>
            <Icon name="calendar" size={20} />
            <span>
              <strong>{module.name}</strong>
              <span>{t("glance.endsOn", { day: format.day(module.endsOn) })}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <ButtonLink
          to="/formateur/sessions/$sessionId/attester"
          params={{ sessionId: sheet.id }}
          leftSection={<Icon name="people" size={20} />}
        >
          {t("glance.group")}
        </ButtonLink>
      </div>
    </Card>
  );
}
