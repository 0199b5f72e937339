import type { VerificationView } from "@acquis/shared/badges/verifier.schema.ts";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { MainButton } from "../../ui/button-link.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import { BadgeSourceForm } from "../verifier/badge-source.tsx";
import { usePicture } from "../verifier/use-picture.ts";
import { VerificationResult } from "../verifier/verification-result.tsx";
import styles from "./collection.module.css";
import { useImportBadge } from "./use-import-badge.ts";
import { usePreviewBadge } from "./use-preview-badge.ts";

interface DecisionProps {
  verification: VerificationView;
  busy: boolean;
  error: unknown;
  onKeep: () => void;
  onLeave: () => void;
}

/** Keep it or not. What is no badge cannot be kept; what is a bad one is kept knowingly. */
function Decision({ verification, busy, error, onKeep, onLeave }: DecisionProps) {
  const { t } = useTranslation("collection");
  const { verdict, checks } = verification;
  const others = checks.some(({ name, outcome }) => name === "recipient" && outcome === "failed");
  if (verdict === "notABadge")
    return (
      <MainButton className={styles.alone} onClick={onLeave}>
        {t("import.another")}
      </MainButton>
    );
  return (
    <>
      {verdict === "unreachable" ? <p>{t("import.retried")}</p> : null}
      <FormProblem error={error} />
      <div className={styles.actions}>
        <MainButton loading={busy} onClick={onKeep}>
          {t(verdict === "valid" && !others ? "import.keep" : "import.keepAnyway")}
        </MainButton>
        <Button variant="default" disabled={busy} onClick={onLeave}>
          {t("import.leave")}
        </Button>
      </div>
    </>
  );
}

/** A badge from elsewhere: give it, see what it is worth, keep it or not. */
export function ImportPage() {
  const { t } = useTranslation("collection");
  const navigate = useNavigate();
  const preview = usePreviewBadge();
  const keep = useImportBadge();
  const source = preview.variables;
  const picture = usePicture(source);
  const leave = () => {
    preview.reset();
    keep.reset();
  };
  const onKeep = () =>
    source &&
    keep.mutate(source, {
      onSuccess: ({ outcome, badge }) => {
        toast.done(t(outcome === "added" && !badge.canShow ? "import.addedOnly" : `import.${outcome}`));
        void navigate({ to: "/stagiaire/badges/$badgeId", params: { badgeId: badge.id } });
      },
    });
  return (
    <Page narrow>
      <PageHeader
        title={t("import.title")}
        lead={t("import.lead")}
        back={{ to: "/stagiaire/badges", label: t("back") }}
      />
      {preview.data ? (
        <VerificationResult verification={preview.data} picture={picture}>
          <Decision
            verification={preview.data}
            busy={keep.isPending}
            error={keep.error}
            onKeep={onKeep}
            onLeave={leave}
          />
        </VerificationResult>
      ) : (
        <BadgeSourceForm onSource={preview.mutate} busy={preview.isPending} error={preview.error} />
      )}
    </Page>
  );
}
