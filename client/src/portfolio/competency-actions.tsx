import type { AttestationRequest } from "@acquis/shared/attestations/attestation.schema.ts";
import type { PortfolioCompetency } from "@acquis/shared/portfolio/portfolio.schema.ts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMyTrainers } from "../attestations/use-my-trainers.ts";
import { useFormat } from "../platform/format.ts";
import { Button } from "../ui/button.tsx";
import { ButtonLink, MainLink } from "../ui/button-link.tsx";
import { ConfirmDialog } from "../ui/confirm-dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { Section } from "../ui/page.tsx";
import { toast } from "../ui/toast.tsx";
import { declaredLevel } from "./evidence-reading.ts";
import { LevelDialog } from "./level-dialog.tsx";
import styles from "./sheet.module.css";
import { useWithdrawDeclaration } from "./use-withdraw-declaration.ts";

interface ActionsProps {
  competency: PortfolioCompetency;
  /** Every request made for it, answered or not. */
  requests: readonly AttestationRequest[];
}

function AskLink({ competency, requests }: ActionsProps) {
  const { t } = useTranslation("competency");
  const format = useFormat();
  const trainers = useMyTrainers();
  const open = requests.find(({ outcome }) => outcome === null);
  const params = { competencyId: competency.id };
  if (open)
    return (
      <>
        <p className={styles.waiting}>
          <Icon name="calendar" />
          {t("sheet.asked", { who: open.trainer.name, day: format.day(open.askedOn) })}
        </p>
        <ButtonLink to="/stagiaire/competences/$competencyId/demander" params={params}>
          {t("sheet.askAgain")}
        </ButtonLink>
      </>
    );
  // Nobody to ask, or nothing to attest: no way that leads nowhere.
  if (!trainers.data?.length || competency.mark === "missing") return null;
  if (competency.mark === "acquired")
    return (
      <MainLink to="/stagiaire/competences/$competencyId/demander" params={params}>
        {t("sheet.ask")}
      </MainLink>
    );
  return (
    <ButtonLink to="/stagiaire/competences/$competencyId/demander" params={params}>
      {t(competency.mark === "proven" ? "sheet.askMore" : "sheet.ask")}
    </ButtonLink>
  );
}

/** What one may do about a competency: ask for a proof, say another level, take back what one said. */
export function CompetencyActions({ competency, requests }: ActionsProps) {
  const { t } = useTranslation("competency");
  const [open, setOpen] = useState<"level" | "withdraw" | null>(null);
  const withdraw = useWithdrawDeclaration();
  const declared = declaredLevel(competency);
  const saying = declared !== null ? "change" : competency.mark === "proven" ? "say" : "declare";
  const close = () => setOpen(null);
  return (
    <Section title={t("sheet.actions")}>
      <div className={styles.actions}>
        <AskLink competency={competency} requests={requests} />
        <Button variant="default" onClick={() => setOpen("level")}>
          {t(`sheet.${saying}`)}
        </Button>
        {declared === null ? null : (
          <Button variant="default" onClick={() => setOpen("withdraw")}>
            {t("sheet.withdraw")}
          </Button>
        )}
      </div>
      <LevelDialog
        open={open === "level"}
        onClose={close}
        competencyId={competency.id}
        from={declared ?? competency.heldLevel}
      />
      <ConfirmDialog
        open={open === "withdraw"}
        onClose={close}
        title={t("withdraw.title")}
        text={t("withdraw.text")}
        confirm={t("withdraw.confirm")}
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() =>
          withdraw.mutate(
            { competencyId: competency.id },
            {
              onSuccess: () => {
                close();
                toast.done(t("withdraw.done"));
              },
            },
          )
        }
      />
    </Section>
  );
}
