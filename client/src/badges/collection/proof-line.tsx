import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { useAccount } from "../../platform/session.ts";
import { useLabel } from "../../platform/use-label.ts";
import { Level } from "../../ui/level.tsx";
import { Mark } from "../../ui/mark.tsx";
import styles from "./collection.module.css";

/** What a badge gives to one's portfolio, or in one sentence why it gives nothing. */
export function ProofLine({ badge }: { badge: CollectedBadge }) {
  const { t } = useTranslation("collection");
  const format = useFormat();
  const labelOf = useLabel();
  const { email } = useAccount();
  const { reason, competencies, graceEndsOn } = badge.proof;
  if (reason)
    return (
      <>
        <p>{t(`notProof.${reason}`)}</p>
        {reason === "otherRecipient" ? <p>{t("otherAddress", { email })}</p> : null}
      </>
    );
  return (
    <>
      {graceEndsOn ? <p>{t("grace", { day: format.day(graceEndsOn) })}</p> : null}
      {competencies.length > 0 ? (
        <>
          <p>{t("proves")}</p>
          <ul className={styles.proven}>
            {competencies.map((competency) => (
              <li key={competency.id}>
                <Mark kind="proven" hidden />
                <Link to="/stagiaire/competences/$competencyId" params={{ competencyId: competency.id }}>
                  {labelOf(competency)}
                </Link>
                <Level level={competency.level} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
