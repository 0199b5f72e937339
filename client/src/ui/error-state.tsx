import { useTranslation } from "react-i18next";
import { useErrorText } from "../platform/errors.ts";
import { problemOf } from "../platform/problem.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import styles from "./state.module.css";

interface ErrorStateProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
}

/** What failed, in plain words, and a way to try again where it can help. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation("ui");
  const describe = useErrorText();
  // What does not exist will not exist at the second try: the way back is above.
  const again = problemOf(error).status === 404 ? undefined : onRetry;
  return (
    <div className={styles.state} data-tone="problem" role="alert">
      <Icon name="alert" size={32} />
      <p className={styles.title}>{t("errorTitle")}</p>
      <p className={styles.text}>{describe(error)}</p>
      {again ? (
        <Button variant="default" onClick={again}>
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}

/** A refusal above the button of a form: announced, and read with the form. */
export function FormProblem({ error }: { error: unknown }) {
  const describe = useErrorText();
  if (!error) return null;
  return (
    <p className={styles.problem} role="alert">
      <Icon name="alert" />
      <span>{describe(error)}</span>
    </p>
  );
}
