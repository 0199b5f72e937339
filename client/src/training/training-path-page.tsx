import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/empty-state.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { EnrolmentPath } from "./enrolment-path.tsx";
import { useDesk } from "./use-desk.ts";
import { useFollowedSheets } from "./use-followed-sheets.ts";

/** The sessions a trainee attends with whoever reads: where they stand in each, and what is proven already. */
export function TrainingPathPage() {
  const { t } = useTranslation("training");
  const { isTrainer } = useDesk();
  const { traineeId = "" } = useParams({ strict: false });
  const { session } = useSearch({ strict: false });
  const sheets = useFollowedSheets({ only: isTrainer ? undefined : session });
  return (
    <Loaded query={sheets}>
      {(found) => {
        const attended = found.flatMap((sheet) =>
          sheet.enrolments
            .filter((one) => one.traineeId === traineeId)
            .map((enrolment) => ({ sheet, enrolment })),
        );
        if (attended.length === 0)
          return <EmptyState title={t("path.nothing")} text={t("path.nothingNext")} />;
        return (
          <>
            {attended.map(({ sheet, enrolment }) => (
              <EnrolmentPath key={enrolment.id} session={sheet} enrolment={enrolment} />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}
