import { useForm } from "@mantine/form";
import { Link } from "@tanstack/react-router";
import i18next from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { TextInput } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { type ChosenPlace, PlacePicker } from "../ui/pickers/place-picker.tsx";
import styles from "./accounts.module.css";
import { useFieldChecks } from "./field-checks.ts";
import { MailSent } from "./mail-sent.tsx";
import { NameFields } from "./name-fields.tsx";
import { useRegister } from "./use-register.ts";

type Role = "trainee" | "employer";
const ROLES: readonly Role[] = ["trainee", "employer"];

function RolePicker({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const { t } = useTranslation("accounts");
  return (
    <fieldset className={styles.roles}>
      <legend>{t("register.who")}</legend>
      {ROLES.map((role) => (
        <label key={role} className={styles.role}>
          <input type="radio" name="role" checked={value === role} onChange={() => onChange(role)} />
          <span>
            <span className={styles.name}>{t(`register.${role}`)}</span>
            <br />
            <span className={styles.soft}>{t(`register.${role}Text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function RegisterPage() {
  const { t } = useTranslation("accounts");
  const check = useFieldChecks();
  const fieldErrors = useFieldErrors();
  const register = useRegister();
  const [role, setRole] = useState<Role>("trainee");
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const form = useForm({
    initialValues: { firstName: "", lastName: "", email: "", company: "", siret: "" },
    validate: {
      firstName: check.given("firstName"),
      lastName: check.given("lastName"),
      email: check.email,
      company: (value) => (role === "employer" ? check.given("company")(value) : null),
      siret: (value) => (role === "employer" ? check.siret(value) : null),
    },
  });
  const submit = form.onSubmit(({ company, siret, email, ...names }) => {
    const digits = siret.replace(/\s/g, "");
    register.mutate(
      {
        ...names,
        role,
        email: email.trim(),
        locale: i18next.language === "en" ? "en" : "fr",
        ...(role === "employer"
          ? {
              company: {
                name: company,
                ...(digits ? { siret: digits } : {}),
                ...(place ? { insee: place.insee } : {}),
              },
            }
          : {}),
      },
      { onError: (error) => form.setErrors(fieldErrors(error)) },
    );
  });
  if (register.isSuccess)
    return (
      <MailSent
        title={t("register.sentTitle")}
        text={t("register.sent", { email: form.values.email.trim() })}
        next={t("register.sentNext")}
      />
    );
  return (
    <Page narrow>
      <PageHeader title={t("register.title")} lead={t("register.lead")} />
      <Card>
        <Form onSubmit={submit}>
          <RolePicker value={role} onChange={setRole} />
          <NameFields form={form} />
          <TextInput
            label={t("fields.email")}
            type="email"
            autoComplete="email"
            required
            {...form.getInputProps("email")}
          />
          {role === "employer" ? (
            <>
              <TextInput
                label={t("fields.company")}
                autoComplete="organization"
                required
                {...form.getInputProps("company")}
              />
              <TextInput
                label={t("fields.siret")}
                description={t("fields.siretHint")}
                inputMode="numeric"
                {...form.getInputProps("siret")}
              />
              <PlacePicker label={t("fields.companyPlace")} value={place} onChange={setPlace} />
            </>
          ) : null}
          <FormProblem error={register.error} />
          <MainButton type="submit" loading={register.isPending}>
            {t("register.action")}
          </MainButton>
        </Form>
      </Card>
      <p>{t("register.others")}</p>
      <p>
        {t("register.already")} <Link to="/connexion">{t("signIn.action")}</Link>
      </p>
    </Page>
  );
}
