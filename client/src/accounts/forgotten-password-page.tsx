import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { TextInput } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { useFieldChecks } from "./field-checks.ts";
import { MailSent } from "./mail-sent.tsx";
import { useAskPasswordReset } from "./use-ask-password-reset.ts";

export function ForgottenPasswordPage() {
  const { t } = useTranslation("accounts");
  const check = useFieldChecks();
  const ask = useAskPasswordReset();
  const form = useForm({ initialValues: { email: "" }, validate: { email: check.email } });
  if (ask.isSuccess)
    return (
      <MailSent
        title={t("forgotten.sentTitle")}
        text={t("forgotten.sent", { email: form.values.email.trim() })}
        next={t("register.sentNext")}
      />
    );
  return (
    <Page narrow>
      <PageHeader
        title={t("forgotten.title")}
        lead={t("forgotten.lead")}
        back={{ to: "/connexion", label: t("forgotten.back") }}
      />
      <Card>
        <Form onSubmit={form.onSubmit(({ email }) => ask.mutate(email.trim()))}>
          <TextInput
            label={t("fields.email")}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps("email")}
          />
          <FormProblem error={ask.error} />
          <MainButton type="submit" loading={ask.isPending}>
            {t("forgotten.action")}
          </MainButton>
        </Form>
      </Card>
    </Page>
  );
}
