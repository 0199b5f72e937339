import { useForm } from "@mantine/form";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFieldErrors } from "../platform/errors.ts";
import { problemOf } from "../platform/problem.ts";
import { ButtonLink, MainButton } from "../ui/button-link.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader } from "../ui/page.tsx";
import { useFieldChecks } from "./field-checks.ts";
import { NameFields, NewPasswordField } from "./name-fields.tsx";
import { useAcceptLink } from "./use-accept-link.ts";
import { useEnter } from "./use-enter.ts";
import { useLink } from "./use-link.ts";

const route = getRouteApi("/lien/$token");

type Link = NonNullable<ReturnType<typeof useLink>["data"]>;

function LinkForm({ token, link }: { token: string; link: Link }) {
  const { t } = useTranslation("accounts");
  const check = useFieldChecks();
  const fieldErrors = useFieldErrors();
  const accept = useAcceptLink();
  const enter = useEnter();
  const named = link.purpose === "invitation";
  const form = useForm({
    initialValues: { firstName: link.firstName, lastName: link.lastName, password: "" },
    validate: {
      firstName: check.given("firstName"),
      lastName: check.given("lastName"),
      password: check.newPassword,
    },
  });
  return (
    <Form
      onSubmit={form.onSubmit(({ password, firstName, lastName }) =>
        accept.mutate(
          { token, password, ...(named ? { firstName, lastName } : {}) },
          {
            onSuccess: ({ account }) => enter(account),
            onError: (error) => form.setErrors(fieldErrors(error)),
          },
        ),
      )}
    >
      <p>{t("link.account", { email: link.email })}</p>
      {named ? <NameFields form={form} /> : null}
      <NewPasswordField form={form} name="password" />
      <FormProblem error={accept.error} />
      <MainButton type="submit" loading={accept.isPending}>
        {t("link.action")}
      </MainButton>
    </Form>
  );
}

/** What a link of a mail opens: the last step of a registration, an invitation, a new password. */
export function LinkPage() {
  const { t } = useTranslation("accounts");
  const { token } = route.useParams();
  const query = useLink(token);
  if (query.isError && problemOf(query.error).code === "link_expired")
    return (
      <Page narrow>
        <PageHeader title={t("link.expired")} />
        <EmptyState
          title={t("link.expiredText")}
          action={<ButtonLink to="/mot-de-passe-oublie">{t("link.askAgain")}</ButtonLink>}
        />
      </Page>
    );
  return (
    <Page narrow>
      <Loaded query={query}>
        {(link) => (
          <>
            <PageHeader
              title={t(`link.${link.purpose}`, { name: link.firstName })}
              lead={
                link.purpose === "invitation" && link.organisationName
                  ? t("link.invitationFrom", { organisation: link.organisationName })
                  : t(`link.${link.purpose}Lead`)
              }
            />
            <Card>
              <LinkForm token={token} link={link} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
