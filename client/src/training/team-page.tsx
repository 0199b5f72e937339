import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import fields from "./fields.module.css";
import { InviteForm } from "./invite-form.tsx";
import styles from "./training.module.css";
import { useTrainers } from "./use-trainers.ts";

/** The trainers of a provider, and the way to invite more. */
export function TeamPage() {
  const { t } = useTranslation("training");
  return (
    <Page>
      <PageHeader title={t("team.title")} lead={t("team.lead")} />
      <div className={fields.sideBySide}>
        <Section title={t("team.trainers")}>
          <Loaded query={useTrainers()}>
            {(trainers) =>
              trainers.length === 0 ? (
                <EmptyState title={t("team.nobody")} text={t("team.next")} />
              ) : (
                <ul className={styles.people}>
                  {trainers.map(({ id, name, email }) => (
                    <li key={id} className={styles.member}>
                      <strong>{name}</strong>
                      <span className={styles.email}>
                        {email.slice(0, email.indexOf("@") + 1)}
                        <wbr />
                        {email.slice(email.indexOf("@") + 1)}
                      </span>
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        </Section>
        <InviteForm title={t("team.invite")} text={t("team.inviteText")} takenText={t("team.taken")} />
      </div>
    </Page>
  );
}
