import type { Locale } from "@acquis/shared/accounts/account.schema.ts";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { changeLanguage, LOCALES } from "../platform/i18n.ts";
import { useAccount } from "../platform/session.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import choice from "../ui/choice.module.css";
import { FormProblem } from "../ui/error-state.tsx";
import { PasswordInput } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Icon } from "../ui/icon.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { SchemeSwitch } from "../ui/scheme-switch.tsx";
import { toast } from "../ui/toast.tsx";
import { useFieldChecks } from "./field-checks.ts";
import { NameFields, NewPasswordField } from "./name-fields.tsx";
import { useChangePassword } from "./use-change-password.ts";
import { useSignOut } from "./use-sign-out.ts";
import { useUpdateAccount } from "./use-update-account.ts";

const LANGUAGES = { fr: "french", en: "english" } as const;

function NameForm() {
  const { t } = useTranslation("accounts");
  const account = useAccount();
  const check = useFieldChecks();
  const update = useUpdateAccount();
  const form = useForm({
    initialValues: { firstName: account.firstName, lastName: account.lastName },
    validate: { firstName: check.given("firstName"), lastName: check.given("lastName") },
  });
  return (
    <Form
      onSubmit={form.onSubmit((names) =>
        update.mutate(names, { onSuccess: () => toast.done(t("account.saved")) }),
      )}
    >
      <NameFields form={form} />
      <FormProblem error={update.error} />
      <div>
        <Button type="submit" loading={update.isPending} disabled={!form.isDirty()}>
          {t("account.save")}
        </Button>
      </div>
    </Form>
  );
}

function PasswordForm() {
  const { t } = useTranslation("accounts");
  const check = useFieldChecks();
  const change = useChangePassword();
  const form = useForm({
    initialValues: { current: "", next: "" },
    validate: { current: check.given("password"), next: check.newPassword },
  });
  return (
    <Form
      onSubmit={form.onSubmit((values) =>
        change.mutate(values, {
          onSuccess: () => {
            form.reset();
            toast.done(t("account.passwordChanged"));
          },
        }),
      )}
    >
      <PasswordInput
        label={t("fields.currentPassword")}
        autoComplete="current-password"
        required
        {...form.getInputProps("current")}
      />
      <NewPasswordField form={form} name="next" />
      <FormProblem error={change.error} />
      <div>
        <Button type="submit" loading={change.isPending}>
          {t("account.changePassword")}
        </Button>
      </div>
    </Form>
  );
}

function LanguagePicker() {
  const { t, i18n } = useTranslation(["accounts", "ui"]);
  const update = useUpdateAccount();
  const choose = (locale: Locale) => {
    void changeLanguage(locale);
    update.mutate({ locale });
  };
  return (
    <fieldset className={choice.choices}>
      <legend>{t("account.language")}</legend>
      {LOCALES.map((locale) => (
        <label key={locale} className={choice.choice} lang={locale}>
          <input
            type="radio"
            name="language"
            checked={i18n.language === locale}
            onChange={() => choose(locale)}
          />
          {t(`ui:${LANGUAGES[locale]}`)}
        </label>
      ))}
    </fieldset>
  );
}

export function AccountPage() {
  const { t } = useTranslation(["accounts", "app"]);
  const account = useAccount();
  const signOut = useSignOut();
  const role = t(`app:roles.${account.role}`);
  return (
    <Page narrow>
      <PageHeader
        title={t("account.title")}
        lead={
          account.organisation ? t("account.role", { role, organisation: account.organisation.name }) : role
        }
        aside={
          <Button
            variant="default"
            leftSection={<Icon name="out" />}
            loading={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            {t("account.signOut")}
          </Button>
        }
      />
      <Section title={t("account.who")}>
        <Card>
          <p>{t("account.email", { email: account.email })}</p>
          <NameForm />
        </Card>
      </Section>
      <Section title={t("account.screen")}>
        <Card>
          <LanguagePicker />
          <SchemeSwitch />
        </Card>
      </Section>
      <Section title={t("account.password")}>
        <Card>
          <PasswordForm />
        </Card>
      </Section>
    </Page>
  );
}
