import type { BadgeChoice } from "@acquis/shared/badges/issuing.schema.ts";
import { type LinkProps, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../../platform/errors.ts";
import { newId } from "../../platform/new-id.ts";
import { problemOf } from "../../platform/problem.ts";
import { MainButton } from "../../ui/button-link.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { toast } from "../../ui/toast.tsx";
import styles from "../manage.module.css";
import { useIssueBadge } from "./use-issuing-commands.ts";

interface IssueByAddressProps {
  badge: BadgeChoice;
  /** Where one goes once it is issued. */
  back: Pick<LinkProps, "to" | "params">;
}

const looksLikeAddress = (text: string) => /^\S+@\S+\.\S+$/.test(text);

/** To one person, by the address of their account; what they did is public with the badge. */
export function IssueByAddress({ badge, back }: IssueByAddressProps) {
  const { t } = useTranslation("badgesDesk");
  const navigate = useNavigate();
  const issue = useIssueBadge();
  const fieldErrors = useFieldErrors();
  const [id] = useState(newId);
  const [email, setEmail] = useState("");
  const [narrative, setNarrative] = useState("");
  const [wrong, setWrong] = useState(false);
  const { code } = problemOf(issue.error);
  const unknown = code === "unknown_recipient";
  const held = code === "already_exists";
  const refused = fieldErrors(issue.error);
  const emailError = wrong
    ? t("issue.addressWrong")
    : unknown
      ? t("issue.addressUnknown")
      : held
        ? t("issue.held")
        : (refused["recipient.email"] ?? null);
  return (
    <Form
      className={styles.column}
      onSubmit={(event) => {
        event.preventDefault();
        const address = email.trim();
        if (!looksLikeAddress(address)) return setWrong(true);
        issue.mutate(
          { id, badge, recipient: { email: address }, narrative: narrative.trim() },
          {
            onSuccess: ({ recipient }) => {
              toast.done(t("issue.done", { name: recipient?.name ?? address }));
              void navigate(back);
            },
          },
        );
      }}
    >
      <TextInput
        type="email"
        autoComplete="off"
        label={t("issue.address")}
        description={t("issue.addressHelp")}
        value={email}
        maxLength={254}
        required
        error={emailError}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <Textarea
        label={t("issue.narrative")}
        description={t("issue.narrativeHelp")}
        value={narrative}
        maxLength={1500}
        onChange={(event) => setNarrative(event.currentTarget.value)}
      />
      {unknown || held ? null : <FormProblem error={issue.error} />}
      <div className={styles.buttons}>
        <MainButton type="submit" loading={issue.isPending}>
          {t("issue.submit")}
        </MainButton>
      </div>
    </Form>
  );
}
