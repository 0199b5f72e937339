import { canIssueMetaBadge } from "@acquis/shared/badges/badges.policy.ts";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { ButtonLink, MainButton, MainLink } from "../../ui/button-link.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import { useBadgeDesk } from "../local/use-badge-desk.ts";
import { useDropMetaDraft, usePublishMetaBadge, useRetireMetaBadge } from "./use-framework-commands.ts";
import type { MetaBadgeRead } from "./use-framework-drafts.ts";

/** What can be done with it now: write, publish, give up, retire, issue. */
export function MetaBadgeActions({ metaBadge }: { metaBadge: MetaBadgeRead }) {
  const { t } = useTranslation("badgesRegion");
  const { actor, status } = useBadgeDesk();
  const navigate = useNavigate();
  const publish = usePublishMetaBadge();
  const drop = useDropMetaDraft();
  const retire = useRetireMetaBadge();
  const [asking, setAsking] = useState<"publish" | "drop" | "retire" | null>(null);
  const { id, revision, draft, versions } = metaBadge;
  const close = () => {
    setAsking(null);
    publish.reset();
    drop.reset();
    retire.reset();
  };
  const done = (text: string) => {
    close();
    toast.done(text);
  };
  // As the server decides it: the Région alone, when it stands.
  if (!canIssueMetaBadge(actor, status)) return null;
  const params = { metaBadgeId: id };
  const next = (versions.at(-1)?.version ?? 0) + 1;
  const inForce = metaBadge.status === "published";
  return (
    <>
      {draft ? (
        <MainButton onClick={() => setAsking("publish")}>
          {t("actions.publish", { version: next })}
        </MainButton>
      ) : inForce ? (
        <MainLink to="/region/badges/$metaBadgeId/delivrer" params={params}>
          {t("actions.issue")}
        </MainLink>
      ) : null}
      {metaBadge.status === "retired" ? null : (
        <ButtonLink to="/region/badges/$metaBadgeId/modifier" params={params}>
          {t(draft ? "actions.edit" : "actions.newVersion")}
        </ButtonLink>
      )}
      {draft ? (
        <Button variant="default" onClick={() => setAsking("drop")}>
          {t("actions.drop")}
        </Button>
      ) : null}
      {draft && inForce ? (
        <ButtonLink to="/region/badges/$metaBadgeId/delivrer" params={params}>
          {t("actions.issue")}
        </ButtonLink>
      ) : null}
      {inForce ? (
        <Button variant="default" onClick={() => setAsking("retire")}>
          {t("actions.retire")}
        </Button>
      ) : null}
      <ConfirmDialog
        open={asking === "publish"}
        onClose={close}
        title={t("actions.publishTitle", { version: next })}
        text={t("actions.publishText")}
        confirm={t("actions.publishConfirm")}
        busy={publish.isPending}
        error={publish.error}
        onConfirm={() => publish.mutate({ id, revision }, { onSuccess: () => done(t("actions.published")) })}
      />
      <ConfirmDialog
        open={asking === "drop"}
        onClose={close}
        title={t("actions.dropTitle")}
        text={t("actions.dropText")}
        confirm={t("actions.dropConfirm")}
        busy={drop.isPending}
        error={drop.error}
        onConfirm={() =>
          drop.mutate(id, {
            onSuccess: () => {
              done(t("actions.dropped"));
              if (versions.length === 0) void navigate({ to: "/region/badges" });
            },
          })
        }
      />
      <ConfirmDialog
        open={asking === "retire"}
        onClose={close}
        title={t("actions.retireTitle")}
        text={t("actions.retireText")}
        confirm={t("actions.retireConfirm")}
        reason={t("actions.retireWhy")}
        busy={retire.isPending}
        error={retire.error}
        onConfirm={(reason) => retire.mutate({ id, reason }, { onSuccess: () => done(t("actions.retired")) })}
      />
    </>
  );
}
