import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../platform/format.ts";
import { Card, CardList } from "../../ui/card.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { Level } from "../../ui/level.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import styles from "../manage.module.css";
import { useInLanguage } from "../public/use-in-language.ts";
import { BadgePicture } from "../shown/badge-picture.tsx";
import { RECOGNITION_STATUSES, RecognitionState } from "./recognition-state.tsx";
import { type RecognitionRead, useRecognitions } from "./use-recognitions.ts";

/** What structures ask of the Région, those that wait first. */
export function RecognitionsPage() {
  const { t } = useTranslation(["badgesRegion", "badgesDesk"]);
  const { etat } = useSearch({ strict: false });
  const navigate = useNavigate();
  const status = RECOGNITION_STATUSES.find((one) => one === etat);
  return (
    <Page>
      <PageHeader
        title={t("requests.title")}
        lead={t("requests.lead")}
        back={{ to: "/region/badges", label: t("sheet.back") }}
      />
      <search className={styles.narrow}>
        <NativeSelect
          label={t("requests.filter")}
          value={status ?? ""}
          onChange={(event) => {
            const chosen = RECOGNITION_STATUSES.find((one) => one === event.currentTarget.value);
            void navigate({ to: ".", search: { etat: chosen }, replace: true, resetScroll: false });
          }}
          data={[
            { value: "", label: t("requests.all") },
            ...RECOGNITION_STATUSES.map((one) => ({
              value: one,
              label: t(`badgesDesk:recognitionStates.${one}`),
            })),
          ]}
        />
      </search>
      <Loaded query={useRecognitions({ status })}>
        {(requests) =>
          requests.length === 0 ? (
            <EmptyState title={t("requests.none")} text={t("requests.noneText")} />
          ) : (
            <CardList columns={2}>
              {requests.map((request) => (
                <RequestCard key={request.id} request={request} />
              ))}
            </CardList>
          )
        }
      </Loaded>
    </Page>
  );
}

function RequestCard({ request }: { request: RecognitionRead }) {
  const { t } = useTranslation("badgesRegion");
  const say = useInLanguage();
  const format = useFormat();
  const { id, localBadge, metaBadge, level, status, history } = request;
  const last = history.at(-1);
  return (
    <Card as="li">
      <div className={styles.badge}>
        <BadgePicture motif={metaBadge.motif} name={say(metaBadge.name)} size={64} />
        <div className={styles.badgeWords}>
          <h2>
            <Link to="/region/badges/reconnaissances/$recognitionId" params={{ recognitionId: id }}>
              {localBadge.name}
            </Link>
          </h2>
          <p>{localBadge.organisation.name}</p>
          <p>
            {t("requests.as", { name: say(metaBadge.name) })} <Level level={level} />
          </p>
          <div className={styles.states}>
            <RecognitionState status={status} />
            {last ? <span className={styles.soft}>{format.shortDay(last.on)}</span> : null}
          </div>
        </div>
      </div>
    </Card>
  );
}
