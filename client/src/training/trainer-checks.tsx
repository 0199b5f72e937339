import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Loaded } from "../ui/loaded.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import styles from "./fields.module.css";
import { useTrainers } from "./use-trainers.ts";

interface TrainerChecksProps {
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error: string | null;
}

/** Who teaches: the trainers of the provider, to tick. */
export function TrainerChecks({ chosen, onChange, error }: TrainerChecksProps) {
  const { t } = useTranslation("training");
  return (
    <fieldset className={styles.checks}>
      <legend>{t("sessionForm.trainers")}</legend>
      <Loaded query={useTrainers()} waiting={<Skeleton rows={1} height={48} />}>
        {(trainers) =>
          trainers.length === 0 ? (
            <p>
              {t("sessionForm.noTrainer")} <Link to="/organisme/equipe">{t("team.invite")}</Link>
            </p>
          ) : (
            <div className={styles.checkColumns}>
              {trainers.map(({ id, name }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    onChange={() =>
                      onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
                    }
                  />
                  <span>{name}</span>
                </label>
              ))}
            </div>
          )
        }
      </Loaded>
      {error ? (
        <p className={styles.failed} role="alert">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
