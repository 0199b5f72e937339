import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MainButton } from "../ui/button-link.tsx";
import { CardList } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { NativeSelect, TextInput } from "../ui/fields.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Page, PageHeader, Section } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { useSettled } from "../ui/pickers/use-settled.ts";
import styles from "./organisations.module.css";
import { AddOrganisationDialog } from "./organisations-add-dialog.tsx";
import { OrganisationCard } from "./organisations-card.tsx";
import { KINDS, type OrganisationsSearch, readOrganisationsSearch, STATUSES } from "./organisations-kinds.ts";
import { type Organisation, useOrganisations } from "./use-organisations.ts";

const PAGE_SIZE = 20;

/** Organisations of the territory: those that wait first. */
export function OrganisationsPage() {
  const { t } = useTranslation("organisations");
  const search = readOrganisationsSearch({ ...useSearch({ strict: false }) });
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const show = (change: OrganisationsSearch, replace = false) =>
    void navigate({ to: ".", search: { ...search, ...change }, replace, resetScroll: false });
  const organisations = useOrganisations({ kind: search.genre, status: search.etat, search: search.nom });
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        action={<MainButton onClick={() => setAdding(true)}>{t("add.open")}</MainButton>}
      />
      <search className={styles.filters}>
        <NameFilter name={search.nom ?? ""} onChange={(nom) => show({ nom: nom || undefined }, true)} />
        <NativeSelect
          label={t("filters.kind")}
          value={search.genre ?? ""}
          onChange={(event) => show({ genre: KINDS.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: "", label: t("filters.any") },
            ...KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          ]}
        />
        <NativeSelect
          label={t("filters.status")}
          value={search.etat ?? ""}
          onChange={(event) => show({ etat: STATUSES.find((one) => one === event.currentTarget.value) })}
          data={[
            { value: "", label: t("filters.any") },
            ...STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
          ]}
        />
      </search>
      <Loaded query={organisations}>{(found) => <Found key={JSON.stringify(search)} found={found} />}</Loaded>
      <AddOrganisationDialog open={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function Found({ found }: { found: readonly Organisation[] }) {
  const { t } = useTranslation("organisations");
  const [page, setPage] = useState(1);
  const pending = found.filter(({ status }) => status === "pending");
  const others = found.filter(({ status }) => status !== "pending");
  const lists = useRef<HTMLDivElement>(null);
  const counted = useRef(pending.length);
  // A card that is decided on leaves its list, and the keyboard with it.
  useEffect(() => {
    const title = lists.current?.querySelector("h2");
    if (title && counted.current !== pending.length && document.activeElement === document.body) {
      title.tabIndex = -1;
      title.focus();
    }
    counted.current = pending.length;
  }, [pending.length]);
  if (found.length === 0) return <EmptyState title={t("nothing")} text={t("nothingText")} />;
  return (
    <div ref={lists} className={styles.lists}>
      {pending.length > 0 ? (
        <Section title={t("waiting", { count: pending.length })}>
          <CardList columns={2}>
            {pending.map((one) => (
              <OrganisationCard key={one.id} organisation={one} />
            ))}
          </CardList>
        </Section>
      ) : null}
      {others.length > 0 ? (
        <Section title={t("others", { count: others.length })}>
          <CardList columns={2}>
            {others.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((one) => (
              <OrganisationCard key={one.id} organisation={one} />
            ))}
          </CardList>
          <Pagination page={page} pageSize={PAGE_SIZE} total={others.length} onChange={setPage} />
        </Section>
      ) : null}
    </div>
  );
}

function NameFilter({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { t } = useTranslation("organisations");
  const [typed, setTyped] = useState(name);
  const settled = useSettled(typed, 300);
  useEffect(() => setTyped(name), [name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is handed over.
  useEffect(() => {
    if (settled === typed && settled.trim() !== name) onChange(settled.trim());
  }, [settled]);
  return (
    <TextInput
      label={t("filters.name")}
      value={typed}
      maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
