import { useTranslation } from "react-i18next";
import { useFormat } from "../platform/format.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

interface PaginationProps {
  page: number;
  pageSize: number;
  total: number;
  onChange: (page: number) => void;
}

/** Previous, where one is, next; nothing when all fits on one page. */
export function Pagination({ page, pageSize, total, onChange }: PaginationProps) {
  const { t } = useTranslation("ui");
  const format = useFormat();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  return (
    <nav
      aria-label={t("pages.label")}
      style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0.75rem" }}
    >
      <Button
        variant="default"
        leftSection={<Icon name="back" size={18} />}
        disabled={page <= 1}
        onClick={() => onChange(page - 1)}
      >
        {t("pages.previous")}
      </Button>
      <span aria-live="polite">
        {t("pages.at", { page: format.number(page), pages: format.number(pages) })}
      </span>
      <Button
        variant="default"
        rightSection={<Icon name="next" size={18} />}
        disabled={page >= pages}
        onClick={() => onChange(page + 1)}
      >
        {t("pages.next")}
      </Button>
    </nav>
  );
}
