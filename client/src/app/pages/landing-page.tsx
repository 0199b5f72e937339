import { useTranslation } from "react-i18next";
import { useSession } from "../../platform/session.ts";
import { ButtonLink, MainLink } from "../../ui/button-link.tsx";
import { Card, CardList } from "../../ui/card.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type MarkItem, MarkRow } from "../../ui/mark.tsx";
import { Page, PageHeader, Section } from "../../ui/page.tsx";
import { homes } from "../homes.ts";
import styles from "./pages.module.css";

const sample = [
  {
    key: "sampleA",
    marks: [{ kind: "proven" }, { kind: "acquired" }, { kind: "upcoming", month: "2027-01" }],
  },
  { key: "sampleB", marks: [{ kind: "proven" }, { kind: "proven" }, { kind: "close" }] },
  {
    key: "sampleC",
    marks: [{ kind: "acquired" }, { kind: "upcoming", month: "2027-02" }, { kind: "missing" }],
  },
] as const satisfies readonly { key: string; marks: MarkItem[] }[];

/** The product's one idea, drawn: three people, three competencies, five marks. */
function Sample() {
  const { t } = useTranslation("pages");
  return (
    <figure className={styles.sample}>
      <figcaption>{t("landing.sampleTitle")}</figcaption>
      <ol>
        {sample.map(({ key, marks }) => (
          <li key={key}>
            <span>{t(`landing.${key}`)}</span>
            <MarkRow items={marks} size={30} />
          </li>
        ))}
      </ol>
      <p>{t("landing.sampleNote")}</p>
    </figure>
  );
}

const publics = [
  { key: "trainee", icon: "book" },
  { key: "trainer", icon: "stamp" },
  { key: "employer", icon: "search" },
] as const;

export function LandingPage() {
  const { t } = useTranslation("pages");
  const { account, demo } = useSession();
  return (
    <Page>
      <div className={styles.hero}>
        <div className={styles.pitch}>
          <PageHeader title={t("landing.title")} lead={t("landing.lead")} />
          <div className={styles.actions}>
            {account ? (
              <MainLink to={homes[account.role].path} size="lg">
                {t("landing.home")}
              </MainLink>
            ) : (
              <>
                <MainLink to={demo ? "/connexion" : "/inscription"} size="lg">
                  {demo ? t("landing.tryIt") : t("landing.start")}
                </MainLink>
                <ButtonLink to={demo ? "/inscription" : "/connexion"} size="lg">
                  {demo ? t("landing.start") : t("landing.signIn")}
                </ButtonLink>
              </>
            )}
          </div>
        </div>
        <Sample />
      </div>
      <Section title={t("landing.forWho")}>
        <CardList columns={3}>
          {publics.map(({ key, icon }) => (
            <Card as="li" key={key}>
              <h3 className={styles.public}>
                <Icon name={icon} size={28} />
                {t(`landing.${key}`)}
              </h3>
              <p>{t(`landing.${key}Text`)}</p>
            </Card>
          ))}
        </CardList>
      </Section>
      <Card as="section" look="tint">
        <h2>{t("landing.rule")}</h2>
        <p className={styles.prose}>{t("landing.ruleText")}</p>
        <div>
          <ButtonLink to="/regle" rightSection={<Icon name="next" size={18} />}>
            {t("landing.ruleLink")}
          </ButtonLink>
        </div>
      </Card>
    </Page>
  );
}
