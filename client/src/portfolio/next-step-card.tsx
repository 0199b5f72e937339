import { useId } from "react";
import { useTranslation } from "react-i18next";
import { MainLink } from "../ui/button-link.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import styles from "./home.module.css";
import type { NextStep } from "./next-step.ts";

const icons: Record<NextStep["kind"], IconName> = {
  start: "plus",
  answer: "stamp",
  place: "place",
  ask: "stamp",
  show: "people",
  offers: "offer",
};

function NextLink({ step }: { step: NextStep }) {
  const { t } = useTranslation("portfolio");
  switch (step.kind) {
    case "start":
      return <MainLink to="/stagiaire/competences/ajouter/metier">{t("next.startGo")}</MainLink>;
    case "answer":
      return <MainLink to="/stagiaire/attestations">{t("next.answerGo")}</MainLink>;
    case "place":
      return <MainLink to="/stagiaire/recherche">{t("next.placeGo")}</MainLink>;
    case "ask":
      return (
        <MainLink to="/stagiaire/competences" search={{ signe: "acquired" }}>
          {t("next.askGo")}
        </MainLink>
      );
    case "show":
      return (
        <MainLink to="/stagiaire/recherche" hash="visibilite">
          {t("next.showGo")}
        </MainLink>
      );
    case "offers":
      return <MainLink to="/stagiaire/offres">{t("next.offersGo")}</MainLink>;
  }
}

/** The single action of the home: a drawing, a sentence, a button. */
export function NextStepCard({ step }: { step: NextStep }) {
  const { t } = useTranslation("portfolio");
  const id = useId();
  const count = "count" in step ? step.count : 0;
  return (
    <section className={styles.next} aria-labelledby={id}>
      <span className={styles.nextIcon}>
        <Icon name={icons[step.kind]} size={30} />
      </span>
      <div className={styles.nextWords}>
        <p className={styles.nextLabel}>{t("next.label")}</p>
        <h2 id={id}>{t(`next.${step.kind}`, { count })}</h2>
        <p>{t(`next.${step.kind}Text`, { count })}</p>
      </div>
      <NextLink step={step} />
    </section>
  );
}
