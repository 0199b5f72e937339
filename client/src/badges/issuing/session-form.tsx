import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../platform/new-id.ts";
import { Button } from "../../ui/button.tsx";
import { MainButton } from "../../ui/button-link.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { Checkbox, Textarea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/page.tsx";
import styles from "../manage.module.css";
import { chosenOf, type IssueRow } from "./issue-rows.ts";
import { useStartBatch } from "./use-issuing-commands.ts";

interface SessionFormProps {
  badgeId: string;
  sessionId: string;
  people: readonly IssueRow[];
}

/** Ticks those who earned it, with a few words for all or for each. */
export function SessionForm({ badgeId, sessionId, people }: SessionFormProps) {
  const { t } = useTranslation("badgesDesk");
  const navigate = useNavigate();
  const start = useStartBatch();
  const [id] = useState(newId);
  const [rows, setRows] = useState<readonly IssueRow[]>(people);
  const [forAll, setForAll] = useState("");
  const [tried, setTried] = useState(false);
  const chosen = chosenOf(rows, forAll);
  const all = chosen.length === rows.length;
  const change = (traineeId: string, patch: Partial<IssueRow>) =>
    setRows((now) => now.map((row) => (row.traineeId === traineeId ? { ...row, ...patch } : row)));
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (chosen.length === 0) return;
        start.mutate(
          { id, sessionId, badge: { kind: "local", localBadgeId: badgeId }, rows: chosen },
          {
            onSuccess: (batch) =>
              void navigate({
                to: "/nos-badges/$badgeId/lots/$batchId",
                params: { badgeId, batchId: batch.id },
              }),
          },
        );
      }}
    >
      <div className={styles.column}>
        <Textarea
          label={t("issue.forAll")}
          description={t("issue.forAllHelp")}
          rows={3}
          value={forAll}
          maxLength={1500}
          onChange={(event) => setForAll(event.currentTarget.value)}
        />
      </div>
      <Section
        title={t("issue.who")}
        aside={
          rows.length > 1 ? (
            <Button variant="subtle" onClick={() => setRows(rows.map((row) => ({ ...row, chosen: !all })))}>
              {t(all ? "issue.none" : "issue.all")}
            </Button>
          ) : null
        }
      >
        <ul className={styles.rows}>
          {rows.map((row) => (
            <li key={row.traineeId} className={styles.row}>
              <Checkbox
                label={row.name}
                checked={row.chosen}
                onChange={(event) => change(row.traineeId, { chosen: event.currentTarget.checked })}
              />
              {row.chosen ? (
                <div className={styles.wide}>
                  <Textarea
                    label={t("issue.ownWords", { name: row.name })}
                    rows={2}
                    value={row.narrative}
                    maxLength={1500}
                    placeholder={forAll}
                    onChange={(event) => change(row.traineeId, { narrative: event.currentTarget.value })}
                  />
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      </Section>
      {tried && chosen.length === 0 ? (
        <p className={styles.failed} role="alert">
          {t("issue.nobodyChosen")}
        </p>
      ) : null}
      <FormProblem error={start.error} />
      <div className={styles.buttons}>
        <MainButton type="submit" loading={start.isPending}>
          {chosen.length > 0 ? t("issue.submitMany", { count: chosen.length }) : t("issue.submit")}
        </MainButton>
      </div>
    </Form>
  );
}
