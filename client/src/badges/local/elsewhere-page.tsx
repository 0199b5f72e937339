import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../platform/new-id.ts";
import { MainButton } from "../../ui/button-link.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FormProblem } from "../../ui/error-state.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, PageHeader } from "../../ui/page.tsx";
import { toast } from "../../ui/toast.tsx";
import styles from "../manage.module.css";
import { FileField } from "./file-field.tsx";
import { useBadgeDesk } from "./use-badge-desk.ts";
import { useDescribeElsewhere } from "./use-local-badge-commands.ts";

/** Describes a badge that the structure issues on another platform, by its address or its file. */
export function ElsewherePage() {
  const { t } = useTranslation("badgesDesk");
  const { canManage } = useBadgeDesk();
  return (
    <Page narrow>
      <PageHeader
        title={t("elsewhere.title")}
        lead={t("elsewhere.lead")}
        back={{ to: "/nos-badges", label: t("badge.back") }}
      />
      {canManage ? <ElsewhereForm /> : <EmptyState title={t("notAllowed")} />}
    </Page>
  );
}

function ElsewhereForm() {
  const { t } = useTranslation("badgesDesk");
  const navigate = useNavigate();
  const describe = useDescribeElsewhere();
  const [id] = useState(newId);
  const [url, setUrl] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState(false);
  const address = url.trim();
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (!file && !/^https:\/\/\S+$/i.test(address)) return setWrong(true);
        describe.mutate(file ? { id, file } : { id, url: address }, {
          onSuccess: () => {
            toast.done(t("elsewhere.done"));
            void navigate({ to: "/nos-badges/$badgeId", params: { badgeId: id } });
          },
        });
      }}
    >
      <TextInput
        type="url"
        inputMode="url"
        label={t("elsewhere.address")}
        description={t("elsewhere.addressHelp")}
        placeholder="https://"
        value={url}
        maxLength={2000}
        disabled={file !== null}
        error={wrong ? t("elsewhere.wrong") : null}
        onChange={(event) => {
          setUrl(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <p className={styles.soft}>{t("elsewhere.or")}</p>
      <FileField
        label={t("elsewhere.file")}
        description={t("elsewhere.fileHelp")}
        accept=".json,.jsonld,.jwt,.png,.svg,application/json,image/png,image/svg+xml"
        onChange={(chosen) => {
          setFile(chosen);
          setWrong(false);
        }}
      />
      <FormProblem error={describe.error} />
      <div className={styles.buttons}>
        <MainButton type="submit" loading={describe.isPending}>
          {t("elsewhere.read")}
        </MainButton>
      </div>
    </Form>
  );
}
