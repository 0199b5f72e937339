import type { Account } from "@acquis/shared/accounts/account.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useUpdateAccount } from "../../accounts/use-update-account.ts";
import { Icon } from "../../ui/icon.tsx";
import { LanguageSwitch } from "../../ui/language-switch.tsx";
import { LegendButton } from "../../ui/legend.tsx";
import { Logo } from "../../ui/logo.tsx";
import { homes } from "../homes.ts";
import styles from "./shell.module.css";

export function TopBar({ account }: { account: Account | null }) {
  const { t } = useTranslation("app");
  const update = useUpdateAccount();
  return (
    <header className={styles.bar}>
      <Link to={homes[account?.role ?? "visitor"].path} className={styles.brand} aria-label={t("home")}>
        <Logo />
        {t("name")}
      </Link>
      <div className={styles.tools}>
        <LegendButton />
        <LanguageSwitch onChange={account ? (locale) => update.mutate({ locale }) : undefined} />
        <Link to={account ? "/compte" : "/connexion"} className={styles.account}>
          <Icon name="person" />
          {account ? <span className="visually-hidden">{t("account")}</span> : null}
          <span className={styles.accountName}>{account?.firstName ?? t("signIn")}</span>
        </Link>
      </div>
    </header>
  );
}
