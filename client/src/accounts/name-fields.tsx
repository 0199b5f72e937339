import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { PasswordInput, TextInput } from "../ui/fields.tsx";
import styles from "./accounts.module.css";

// A method, so that a form with more fields than these is one too.
interface HasInputs {
  getInputProps(field: string): ReturnType<UseFormReturnType<object>["getInputProps"]>;
}

/** First and last name, side by side where there is room: `firstName` and `lastName` of the form. */
export function NameFields({ form }: { form: HasInputs }) {
  const { t } = useTranslation("accounts");
  return (
    <div className={styles.two}>
      <TextInput
        label={t("fields.firstName")}
        autoComplete="given-name"
        required
        {...form.getInputProps("firstName")}
      />
      <TextInput
        label={t("fields.lastName")}
        autoComplete="family-name"
        required
        {...form.getInputProps("lastName")}
      />
    </div>
  );
}

/** A new password, and what it must be. */
export function NewPasswordField({ form, name }: { form: HasInputs; name: string }) {
  const { t } = useTranslation("accounts");
  return (
    <PasswordInput
      label={t("fields.newPassword")}
      description={t("fields.passwordHint")}
      autoComplete="new-password"
      required
      {...form.getInputProps(name)}
    />
  );
}
