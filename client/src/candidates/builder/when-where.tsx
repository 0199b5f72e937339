import { addMonths, monthOf } from "@acquis/shared/platform/dates.ts";
import { useTranslation } from "react-i18next";
import { today } from "../../platform/format.ts";
import { DayField } from "../../ui/date-fields.tsx";
import { PlacePicker } from "../../ui/pickers/place-picker.tsx";
import { addMonthsToDay, lastDayOf } from "../needed-by.ts";
import type { Question } from "../question.ts";
import styles from "./builder.module.css";

const HORIZON_MONTHS = 24;

interface WhenWhereProps {
  question: Pick<Question, "neededBy" | "place">;
  onChange: (change: Partial<Question>, options?: { replace?: boolean }) => void;
  placeRequired?: boolean;
  placeError?: string | null;
}

/** The date somebody is needed by, and the place of work. */
export function WhenWhere({ question, onChange, placeRequired = false, placeError }: WhenWhereProps) {
  const { t } = useTranslation("candidates");
  const now = today();
  const last = lastDayOf(addMonths(monthOf(now), HORIZON_MONTHS));
  return (
    <div className={styles.whenWhere}>
      <DayField
        label={t("builder.neededBy")}
        description={t("builder.neededByHint")}
        value={question.neededBy}
        min={now}
        max={last}
        onChange={(day) => {
          const wanted = day ?? addMonthsToDay(now, 3);
          if (wanted >= now && wanted <= last) onChange({ neededBy: wanted }, { replace: true });
        }}
      />
      <PlacePicker
        label={t("builder.place")}
        description={t("builder.placeHint")}
        value={question.place}
        onChange={(place) => onChange({ place })}
        required={placeRequired}
        error={placeError ?? null}
      />
    </div>
  );
}
