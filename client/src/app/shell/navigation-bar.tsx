import type { Role } from "@acquis/shared/accounts/account.schema.ts";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icon.tsx";
import { entryAt, navigation } from "../navigation.ts";
import styles from "./shell.module.css";

/** The entries of a role, from the one table in `navigation.ts`. */
export function Navigation({ role }: { role: Role }) {
  const { t } = useTranslation("app");
  const here = useLocation({ select: ({ pathname }) => entryAt(role, pathname)?.to });
  return (
    <nav className={styles.nav} aria-label={t("nav.label")}>
      <ul>
        {navigation[role].map(({ to, label, icon, wide }) => (
          <li key={to} data-wide={wide}>
            <Link
              to={to}
              className={styles.entry}
              // The page itself, or one of its pages.
              activeOptions={{ exact: true, includeSearch: false }}
              aria-current={to === here || undefined}
              data-active={to === here || undefined}
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
