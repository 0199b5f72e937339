import { useTranslation } from "react-i18next";
import { newId } from "../platform/new-id.ts";
import { useLabel } from "../platform/use-label.ts";
import { useOccupation } from "../portfolio/use-occupation.ts";
import { Button } from "../ui/button.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Icon } from "../ui/icon.tsx";
import { OccupationPicker } from "../ui/pickers/suggestion-picker.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import fields from "./fields.module.css";
import { type DraftModule, modulesFor } from "./programme-draft.ts";
import styles from "./training.module.css";

interface OccupationFirstProps {
  code: string | null;
  hasModules: boolean;
  onChoose: (code: string | null, label: string | null) => void;
  onPropose: (modules: DraftModule[]) => void;
}

/** The occupation a programme leads to proposes its competencies, cut into modules. */
export function OccupationFirst({ code, hasModules, onChoose, onPropose }: OccupationFirstProps) {
  const { t } = useTranslation("training");
  const labelOf = useLabel();
  const { data, error } = useOccupation(code);
  if (code === null)
    return (
      <OccupationPicker
        label={t("programme.occupation")}
        description={t("programme.occupationHint")}
        onPick={({ id, label }) => onChoose(id, label)}
      />
    );
  if (error) return <FormProblem error={error} />;
  if (!data) return <Skeleton rows={1} height={64} />;
  return (
    <div className={fields.occupation}>
      <div>
        <p className={styles.soft}>{t("programme.occupation")}</p>
        <p>
          <strong>{labelOf(data)}</strong>
        </p>
        <p className={styles.soft}>{t("programme.asks", { count: data.competencies.length })}</p>
      </div>
      <div className={fields.buttons}>
        {hasModules ? null : (
          <Button
            leftSection={<Icon name="list" size={20} />}
            onClick={() => onPropose(modulesFor(data.competencies, t("programme.otherModule"), newId))}
          >
            {t("programme.propose")}
          </Button>
        )}
        <Button variant="default" onClick={() => onChoose(null, null)}>
          {t("programme.changeOccupation")}
        </Button>
      </div>
    </div>
  );
}
