import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { useTranslation } from "react-i18next";
import { Card } from "../ui/card.tsx";
import { FormProblem } from "../ui/error-state.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Loaded } from "../ui/loaded.tsx";
import styles from "./accounts.module.css";
import { useDemoPersonas } from "./use-demo-personas.ts";
import { useDemoSignIn } from "./use-demo-sign-in.ts";
import { useEnter } from "./use-enter.ts";

const icons: Record<Role, IconName> = {
  trainee: "book",
  trainer: "stamp",
  providerAdmin: "building",
  employer: "search",
  advisor: "people",
  steward: "chart",
};

/** One click to be somebody of the fictional territory. */
export function DemoPersonas({ back }: { back?: string | undefined }) {
  const { t } = useTranslation(["accounts", "app"]);
  const signIn = useDemoSignIn();
  const enter = useEnter();
  return (
    <Card as="section" look="tint">
      <h2>{t("demo.title")}</h2>
      <p>{t("demo.text")}</p>
      <Loaded query={useDemoPersonas()}>
        {(personas) => (
          <ul className={styles.personas}>
            {personas.map(({ id, role, name, organisation }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.persona}
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate(id, { onSuccess: ({ account }) => enter(account, back) })}
                >
                  <Icon name={icons[role]} size={26} />
                  <span>
                    <span className={styles.name}>{name}</span>
                    <span className={styles.soft}>
                      {t(`app:roles.${role}`)}
                      {organisation ? `, ${organisation}` : ""}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <FormProblem error={signIn.error} />
    </Card>
  );
}
