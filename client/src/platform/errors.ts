import { useTranslation } from "react-i18next";
import { type Problem, problemOf } from "./problem.ts";

/** `describe(error)`: one or two plain sentences, by code; an unknown failure gives the id of its log line. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation("platform");
  return (error) => {
    const problem = problemOf(error);
    const text = t(`errors.${problem.code}`);
    return problem.logId ? `${text} ${t("logId", { id: problem.logId })}` : text;
  };
}

/** Rules that a field can break and that deserve their own words. */
const RULES = [
  "siret",
  "insee",
  "given_twice",
  "asked_twice",
  "control_characters",
  "https_link",
  "file_or_link",
  "file_too_large",
  "empty_file",
] as const;

/**
 * `fieldErrors(error)`: for a form, field path → sentence; empty when the failure is about no field.
 * Give it to `form.setErrors`, and show `useErrorText` when it is empty.
 */
export function useFieldErrors(): (error: unknown) => Record<string, string> {
  const { t } = useTranslation("platform");
  const words = (problem: Problem, rule: string) => {
    const known = RULES.find((name) => name === rule);
    if (known) return t(`rules.${known}`);
    return problem.code === "invalid_input" ? t("rules.other") : t(`errors.${problem.code}`);
  };
  return (error) => {
    const problem = problemOf(error);
    const fields = problem.fields.length
      ? problem.fields
      : problem.field
        ? [{ path: problem.field, rule: "" }]
        : [];
    return Object.fromEntries(fields.map(({ path, rule }) => [path, words(problem, rule)]));
  };
}
