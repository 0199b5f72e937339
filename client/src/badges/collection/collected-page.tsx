import type { CollectedBadge } from "@acquis/shared/badges/collection.schema.ts";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Button } from "../../ui/button.tsx";
import { MainButton, MainLink } from "../../ui/button-link.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { BadgeFacts, BadgeSaid, RecognisedLine } from "../shown/badge-said.tsx";
import { ChecksSection } from "../shown/checks-section.tsx";
import { VerdictPanel } from "../shown/verdict.tsx";
import styles from "./collection.module.css";
import { DownloadsSection } from "./downloads-section.tsx";
import { issuedHere } from "./issued-here.ts";
import { ProofLine } from "./proof-line.tsx";
import { ShareSection } from "./share-section.tsx";
import { ShownSwitch } from "./shown-switch.tsx";
import { useBadgeName } from "./use-badge-name.ts";
import { useCheckBadge } from "./use-check-badge.ts";
import { useCollection } from "./use-collection.ts";
import { useRemoveBadge } from "./use-remove-badge.ts";

/** Its verdict, when it was established, and the way to establish it again. */
function Standing({ badge }: { badge: CollectedBadge }) {
  const { t } = useTranslation("collection");
  const format = useFormat();
  const check = useCheckBadge();
  return (
    <>
      <VerdictPanel verdict={badge.verdict}>
        <ProofLine badge={badge} />
        <p className={styles.soft}>
          {badge.lastVerifiedAt
            ? t("verified", { time: format.time(badge.lastVerifiedAt) })
            : t("neverVerified")}
          {badge.nextCheckOn ? `. ${t("nextCheck", { day: format.day(badge.nextCheckOn) })}` : null}
        </p>
      </VerdictPanel>
      <FormProblem error={check.error} />
      <MainButton
        className={styles.alone}
        loading={check.isPending}
        onClick={() => check.mutate(badge.id, { onSuccess: () => toast.done(t("check.done")) })}
      >
        {t("check.go")}
      </MainButton>
    </>
  );
}

function Remove({ badge, name }: { badge: CollectedBadge; name: string }) {
  const { t } = useTranslation("collection");
  const navigate = useNavigate();
  const remove = useRemoveBadge();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" className={styles.alone} onClick={() => setAsking(true)}>
        {t("remove.go")}
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("remove.title", { name })}
        text={t("remove.text")}
        confirm={t("remove.confirm")}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() =>
          remove.mutate(badge.id, {
            onSuccess: () => {
              toast.done(t("remove.done"));
              void navigate({ to: "/stagiaire/badges" });
            },
          })
        }
      />
    </>
  );
}

/** One of my badges: what it is worth, who sees it, and where it may go. */
export function CollectedPage() {
  const { t } = useTranslation(["collection", "badges"]);
  const { badgeId } = useParams({ from: "/stagiaire/badges/$badgeId" });
  const collection = useCollection();
  const found = collection.data?.find(({ id }) => id === badgeId);
  const nameOf = useBadgeName();
  const name = found ? nameOf(found) : "";
  const back = { to: "/stagiaire/badges", label: t("back") } as const;
  const here = found ? issuedHere(found) : null;
  return (
    <Page narrow>
      <PageHeader title={found ? name : t("title")} back={back} />
      <Loaded query={collection}>
        {() =>
          found ? (
            <>
              <Card look="quiet" className={styles.card}>
                <BadgePicture src={found.image} name={name} size={144} spoken />
                <div className={styles.words}>
                  {found.badge ? <BadgeFacts badge={found.badge} /> : <p>{found.link}</p>}
                  {found.badge ? <RecognisedLine as={found.recognisedAs} /> : null}
                  <ShownSwitch badge={found} />
                  {found.canShow && found.proof.competencies.length > 0 ? (
                    <p className={styles.soft}>{t("shown.help")}</p>
                  ) : null}
                </div>
              </Card>
              <Standing badge={found} />
              <ChecksSection
                verdict={found.verdict}
                checks={found.checks}
                {...(here ? { leaveOut: "recipient" } : {})}
              />
              {found.badge ? <BadgeSaid badge={found.badge} /> : null}
              {here ? <ShareSection credentialId={here} /> : null}
              <DownloadsSection badge={found} />
              <Remove badge={found} name={name} />
            </>
          ) : (
            <EmptyState
              title={t("gone")}
              text={t("goneNext")}
              action={<MainLink to="/stagiaire/badges">{t("title")}</MainLink>}
            />
          )
        }
      </Loaded>
    </Page>
  );
}
