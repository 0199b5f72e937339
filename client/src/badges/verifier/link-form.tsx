import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { problemOfLink } from "./badge-file.ts";
import styles from "./reading.module.css";

interface LinkFormProps {
  onLink: (link: string) => void;
  busy: boolean;
}

/** The address of a badge, pasted or typed. */
export function LinkForm({ onLink, busy }: LinkFormProps) {
  const { t } = useTranslation("badgeReading");
  const [link, setLink] = useState("");
  const [problem, setProblem] = useState<ReturnType<typeof problemOfLink>>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = link.trim();
    const found = problemOfLink(given);
    setProblem(found);
    if (!found) onLink(given);
  };
  return (
    <Form onSubmit={submit} className={styles.link ?? ""}>
      <TextInput
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        label={t("link.label")}
        description={t("link.help")}
        value={link}
        onChange={(event) => {
          setLink(event.currentTarget.value);
          setProblem(null);
        }}
        error={problem ? t(`link.${problem}`) : null}
      />
      <Button type="submit" variant="filled" disabled={busy}>
        {t("link.go")}
      </Button>
    </Form>
  );
}
