import { matchesText, wordsOf } from "@acquis/shared/referential/text.rules.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../ui/button-link.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextInput } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import fields from "./fields.module.css";
import styles from "./training.module.css";
import { useFollowedSheets } from "./use-followed-sheets.ts";

/** Everybody a trainer follows, from all their sessions; a few letters of a name are enough. */
export function TraineesPage() {
  const { t } = useTranslation("training");
  const [text, setText] = useState("");
  return (
    <Page>
      <PageHeader title={t("trainees.title")} lead={t("trainees.lead")} />
      <Loaded query={useFollowedSheets()}>
        {(sheets) => {
          const people = sheets
            .flatMap((sheet) => sheet.enrolments.map((enrolment) => ({ sheet, enrolment })))
            .sort(
              (a, b) =>
                a.enrolment.lastName.localeCompare(b.enrolment.lastName) ||
                a.enrolment.firstName.localeCompare(b.enrolment.firstName),
            );
          if (people.length === 0)
            return (
              <EmptyState
                title={t("trainees.nobody")}
                text={t("people.nobodyTrainer")}
                action={<ButtonLink to="/formateur/sessions">{t("trainees.sessions")}</ButtonLink>}
              />
            );
          const found = people.filter(({ enrolment: { firstName, lastName } }) =>
            matchesText(wordsOf(`${firstName} ${lastName}`), text),
          );
          return (
            <>
              <TextInput
                label={t("trainees.find")}
                type="search"
                value={text}
                leftSection={<Icon name="search" size={20} />}
                onChange={(event) => setText(event.currentTarget.value)}
                className={fields.find ?? ""}
              />
              <p role="status" className={styles.soft}>
                {t("trainees.count", { count: found.length })}
              </p>
              {found.length > 0 ? (
                <ul className={styles.people}>
                  {found.map(({ sheet, enrolment }) => (
                    <li key={enrolment.id} className={styles.personRow}>
                      <span className={styles.name}>
                        <Link
                          to="/formateur/stagiaires/$traineeId"
                          params={{ traineeId: enrolment.traineeId }}
                        >
                          {`${enrolment.firstName} ${enrolment.lastName}`}
                        </Link>
                      </span>
                      <span className={styles.soft}>{sheet.programmeName}</span>
                      <span className={styles.count}>
                        {enrolment.closedOn
                          ? t(`ends.${enrolment.end ?? "left"}`)
                          : t("people.proven", {
                              count: enrolment.proven,
                              proven: enrolment.proven,
                              taught: enrolment.taught,
                            })}
                      </span>
                    </li>
                  ))}
                </ul>
              ) : null}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
