import type { SessionSheet } from "@acquis/shared/training/training.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { today, useFormat } from "../platform/format.ts";
import { Button } from "../ui/button.tsx";
import { Card, CardList } from "../ui/card.tsx";
import { Icon } from "../ui/icon.tsx";
import { Section } from "../ui/page.tsx";
import { StatusBadge } from "../ui/status-badge.tsx";
import { PassModuleDialog } from "./pass-module-dialog.tsx";
import { byEnd, daysUntil, type SessionModule, standingIn } from "./session-progress.ts";
import { TaughtList } from "./taught-list.tsx";
import styles from "./training.module.css";
import { useDesk } from "./use-desk.ts";

/** The modules in the order they end: when, what they teach, who has passed, and the way to pass them. */
export function SessionModules({ session }: { session: SessionSheet }) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const { isTrainer } = useDesk();
  const [passing, setPassing] = useState<SessionModule | null>(null);
  const now = today();
  const present = session.enrolments.filter(({ closedOn }) => closedOn === null);
  const due = (module: SessionModule) => {
    const days = daysUntil(module.endsOn, now);
    if (days < 0) return t("modules.ended", { day: format.day(module.endsOn) });
    return days <= 45
      ? t("modules.endsSoon", { day: format.day(module.endsOn), count: days })
      : t("modules.ends", { day: format.day(module.endsOn) });
  };
  return (
    <Section title={t("modules.title")}>
      <CardList columns={2}>
        {byEnd(session.modules).map((module) => {
          const standings = present.map((enrolment) => standingIn(module, enrolment, now));
          const passed = standings.filter((one) => one === "passed").length;
          const waiting = standings.filter((one) => one === "overdue" || one === "coming").length;
          return (
            <Card as="li" key={module.id} className={styles.module}>
              <div>
                <h3>{module.name}</h3>
                <p className={styles.soft}>{due(module)}</p>
              </div>
              {module.endsOn < now && waiting > 0 ? (
                <StatusBadge tone="waiting">{t("modules.toPass", { count: waiting })}</StatusBadge>
              ) : null}
              {present.length > 0 && waiting === 0 ? (
                <StatusBadge tone="good">{t("modules.allPassed")}</StatusBadge>
              ) : null}
              <TaughtList teaches={module.teaches} />
              {present.length > 0 ? (
                <p className={styles.soft}>
                  {t("modules.passedBy", { count: passed, total: present.length })}
                </p>
              ) : null}
              {isTrainer && waiting > 0 ? (
                <Button
                  variant="default"
                  leftSection={<Icon name="check" size={20} />}
                  className={styles.bottomButton ?? ""}
                  aria-label={t("pass.openFor", { name: module.name })}
                  onClick={() => setPassing(module)}
                >
                  {t("pass.open")}
                </Button>
              ) : null}
            </Card>
          );
        })}
      </CardList>
      {passing ? (
        <PassModuleDialog module={passing} people={present} onClose={() => setPassing(null)} />
      ) : null}
    </Section>
  );
}
