import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";
import styles from "./page.module.css";

/** The column of a page; `narrow` for forms and reading. */
export function Page({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={narrow ? styles.narrow : styles.page}>{children}</div>;
}

let firstTitle = true;

interface PageHeaderProps {
  title: string;
  /** One or two sentences under the title. */
  lead?: ReactNode;
  /** The single main action of the screen: a `MainButton` or a `MainLink`. */
  action?: ReactNode;
  /** Small links or buttons that matter less. */
  aside?: ReactNode;
  /** Where one comes from. */
  back?: { to: NonNullable<LinkProps["to"]>; label?: string };
}

/** Title of the screen, of the window, and where the keyboard starts after a change of page. */
export function PageHeader({ title, lead, action, aside, back }: PageHeaderProps) {
  const { t } = useTranslation("ui");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Acquis`;
  }, [title]);
  useEffect(() => {
    if (!firstTitle) heading.current?.focus({ preventScroll: true });
    firstTitle = false;
  }, []);
  return (
    <header className={styles.header}>
      {back ? (
        <Link to={back.to} className={styles.back}>
          <Icon name="back" size={18} />
          {back.label ?? t("back")}
        </Link>
      ) : null}
      <div className={styles.headline}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead ? <div className={styles.lead}>{lead}</div> : null}
        </div>
        {action || aside ? (
          <div className={styles.actions}>
            {action}
            {aside}
          </div>
        ) : null}
      </div>
    </header>
  );
}

interface SectionProps {
  title: string;
  /** A small link or button at the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
