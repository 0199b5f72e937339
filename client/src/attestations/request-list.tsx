import type { AttestationRequest } from "@acquis/shared/attestations/attestation.schema.ts";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/button.tsx";
import { toast } from "../ui/toast.tsx";
import styles from "./attestations.module.css";
import { RequestCard, type RequestMode } from "./request-card.tsx";

const FIRST = 12;

interface RequestListProps {
  requests: readonly AttestationRequest[];
  /** Named by the title of the page: whose portfolio it is. */
  hideName?: boolean;
}

/** Requests that wait, the oldest first; one is answered at a time, in its place. */
export function RequestList({ requests, hideName = false }: RequestListProps) {
  const { t } = useTranslation("attestations");
  const [open, setOpen] = useState<{ id: string; mode: RequestMode } | null>(null);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = all ? requests : requests.slice(0, FIRST);
  const done = (said: string) => {
    setOpen(null);
    toast.done(said);
    // What had the focus is gone: the list takes it, and reading goes on from there.
    list.current?.focus();
  };
  return (
    <>
      <ul ref={list} tabIndex={-1} className={styles.requests} aria-label={t("home.title")}>
        {shown.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            hideName={hideName}
            mode={open?.id === request.id ? open.mode : null}
            onMode={(mode) => setOpen(mode && { id: request.id, mode })}
            onDone={done}
          />
        ))}
      </ul>
      {requests.length > shown.length ? (
        <Button variant="default" onClick={() => setAll(true)} style={{ alignSelf: "flex-start" }}>
          {t("home.more", { count: requests.length - shown.length })}
        </Button>
      ) : null}
    </>
  );
}
