import { useForm } from "@mantine/form";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { homes } from "../app/homes.ts";
import { useSession } from "../platform/session.ts";
import { ButtonLink, MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { PasswordInput, TextInput } from "../ui/fields.tsx";
import { Form } from "../ui/form.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import styles from "./accounts.module.css";
import { DemoPersonas } from "./demo-personas.tsx";
import { useFieldChecks } from "./field-checks.ts";
import { useEnter } from "./use-enter.ts";
import { useSignIn } from "./use-sign-in.ts";

const route = getRouteApi("/connexion");

function SignInForm() {
  const { t } = useTranslation("accounts");
  const { retour } = route.useSearch();
  const check = useFieldChecks();
  const signIn = useSignIn();
  const enter = useEnter();
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: { email: check.email, password: check.given("password") },
  });
  return (
    <Form
      onSubmit={form.onSubmit((values) =>
        signIn.mutate(values, { onSuccess: ({ account }) => enter(account, retour) }),
      )}
    >
      <TextInput
        label={t("fields.email")}
        type="email"
        autoComplete="username"
        required
        {...form.getInputProps("email")}
      />
      <PasswordInput
        label={t("fields.password")}
        autoComplete="current-password"
        required
        {...form.getInputProps("password")}
      />
      <FormProblem error={signIn.error} />
      <MainButton type="submit" loading={signIn.isPending}>
        {t("signIn.action")}
      </MainButton>
      <div className={styles.links}>
        <Link to="/mot-de-passe-oublie">{t("signIn.forgotten")}</Link>
        <Link to="/inscription">{t("signIn.register")}</Link>
      </div>
    </Form>
  );
}

export function SignInPage() {
  const { t } = useTranslation("accounts");
  const { account, demo } = useSession();
  const { retour, fini } = route.useSearch();
  const form = (
    <Card>
      <SignInForm />
    </Card>
  );
  return (
    <Page narrow={!demo}>
      <PageHeader
        title={t("signIn.title")}
        lead={
          account
            ? t("signIn.here", { name: `${account.firstName} ${account.lastName}` })
            : retour
              ? t(fini ? "signIn.ended" : "signIn.first")
              : null
        }
        aside={account ? <ButtonLink to={homes[account.role].path}>{t("signIn.goHome")}</ButtonLink> : null}
      />
      {demo ? (
        <div className={styles.columns}>
          <DemoPersonas back={retour} />
          {form}
        </div>
      ) : (
        form
      )}
    </Page>
  );
}
