import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icon.tsx";
import { homes } from "../homes.ts";
import { navigation } from "../navigation.ts";
import styles from "./shell.module.css";

/** The entries of a role, from the one table in `navigation.ts`. */
export function Navigation({ role }: { role: Role }) {
  const { t } = useTranslation("app");
  return (
    <nav className={styles.nav} aria-label={t("nav.label")}>
      <ul>
        {navigation[role].map(({ to, label, icon, wide }) => (
          <li key={to} data-wide={wide}>
            <Link
              to={to}
              className={styles.entry}
              activeOptions={{ exact: to === homes[role].path, includeSearch: false }}
              activeProps={{ "data-active": true }}
            >
              <Icon name={icon} />
              <span>{t(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
