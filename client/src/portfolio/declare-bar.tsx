import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { MainButton } from "../ui/button-link.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { toast } from "../ui/toast.tsx";
import type { Ticked } from "./competency-ticks.tsx";
import styles from "./ticks.module.css";
import { useDeclare } from "./use-declare.ts";

/** The button that adds what is ticked, always in sight; then the list, where it can be seen. */
export function DeclareBar({ ticked }: { ticked: Ticked }) {
  const { t } = useTranslation("competency");
  const navigate = useNavigate();
  const declare = useDeclare();
  const count = ticked.size;
  const save = () =>
    declare.mutate(
      { items: [...ticked].map(([competencyId, level]) => ({ competencyId, level })) },
      {
        onSuccess: () => {
          toast.done(t("add.saved", { count }));
          void navigate({ to: "/stagiaire/competences" });
        },
      },
    );
  return (
    <div className={styles.bar}>
      <FormProblem error={declare.error} />
      <MainButton disabled={count === 0} loading={declare.isPending} onClick={save}>
        {count === 0 ? t("add.nothing") : t("add.save", { count })}
      </MainButton>
    </div>
  );
}
