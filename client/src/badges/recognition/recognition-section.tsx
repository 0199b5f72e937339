import type { LocalBadge } from "@acquis/shared/badges/local-badge.schema.ts";
import { mayAskAgain } from "@acquis/shared/badges/recognition.rules.ts";
import { useTranslation } from "react-i18next";
import { ButtonLink } from "../../ui/button-link.tsx";
import { Card, CardList } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Level } from "../../ui/level.tsx";
import { Section } from "../../ui/page.tsx";
import { useBadgeDesk } from "../local/use-badge-desk.ts";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";
import { RecognitionHistory } from "./recognition-history.tsx";
import { RecognitionState, readStatus } from "./recognition-state.tsx";
import { type RecognitionRead, useRecognitions } from "./use-recognitions.ts";

/** What the Région says of a badge, why, and what the structure can do next. */
export function RecognitionSection({ badge }: { badge: LocalBadge }) {
  const { t } = useTranslation("badgesDesk");
  const { canManage } = useBadgeDesk();
  const requests = useRecognitions({ enabled: canManage }).data ?? [];
  const ask = canManage ? (
    <ButtonLink
      to="/nos-badges/$badgeId/reconnaissance"
      params={{ badgeId: badge.id }}
      leftSection={<Icon name="stamp" size={20} />}
    >
      {t("recognition.ask")}
    </ButtonLink>
  ) : null;
  return (
    <Section title={t("recognition.title")} aside={badge.recognitions.length > 0 ? ask : null}>
      {badge.recognitions.length === 0 ? (
        <EmptyState title={t("recognition.none")} text={t("recognition.noneText")} action={ask} />
      ) : (
        <CardList>
          {badge.recognitions.map((one) => (
            <RequestCard
              key={one.recognitionId}
              asked={one}
              badgeId={badge.id}
              request={requests.find(({ id }) => id === one.recognitionId)}
              canManage={canManage}
            />
          ))}
        </CardList>
      )}
    </Section>
  );
}

interface RequestCardProps {
  asked: LocalBadge["recognitions"][number];
  badgeId: string;
  /** With its history; unknown to those who do not run the structure. */
  request: RecognitionRead | undefined;
  canManage: boolean;
}

function RequestCard({ asked, badgeId, request, canManage }: RequestCardProps) {
  const { t } = useTranslation("badgesDesk");
  const say = useInLanguage();
  const status = readStatus(asked.status);
  const last = request?.history.at(-1);
  const answer = last && last.kind !== "asked" ? last.reason : "";
  return (
    <Card as="li">
      <div className={styles.head}>
        <h3>{say(asked.metaBadgeName)}</h3>
        <RecognitionState status={status} />
      </div>
      <Level level={asked.level} />
      <p>{t(`recognition.means.${status}`)}</p>
      {answer ? (
        <p className={styles.note} data-tone={status === "recognised" ? undefined : "waiting"}>
          <strong>{t("recognition.answer")}</strong> {answer}
        </p>
      ) : null}
      {request ? <RecognitionHistory history={request.history} /> : null}
      {canManage && mayAskAgain(status) ? (
        <div className={styles.buttons}>
          <ButtonLink
            to="/nos-badges/$badgeId/reconnaissance"
            params={{ badgeId }}
            search={{ demande: asked.recognitionId }}
          >
            {t(status === "moreAsked" ? "recognition.reply" : "recognition.askAgain")}
          </ButtonLink>
        </div>
      ) : null}
    </Card>
  );
}
