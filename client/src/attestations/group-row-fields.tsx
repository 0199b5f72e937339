import type { Level as LevelValue } from "@acquis/shared/platform/primitives.schema.ts";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextInput } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { Level, LevelPicker } from "../ui/level.tsx";
import { TextButton } from "../ui/text-button.tsx";
import styles from "./group.module.css";
import type { GroupRow } from "./group-rows.ts";
import { useRefusalText } from "./use-refusal-text.ts";

interface GroupRowFieldsProps {
  row: GroupRow;
  /** Level of the whole group, until the row has its own. */
  level: LevelValue | null;
  onChange: (patch: Partial<GroupRow>) => void;
}

/** One person: there or not, level, note; then what came of it. */
export function GroupRowFields({ row, level, onChange }: GroupRowFieldsProps) {
  const { t } = useTranslation("attestations");
  const refusal = useRefusalText();
  const [noting, setNoting] = useState(row.comment !== "");
  const line = useRef<HTMLLIElement>(null);
  const shown = row.level ?? level;
  if (row.outcome === "done")
    return (
      <li className={styles.row} data-state="done">
        <span className={styles.doneName}>
          <Icon name="check" size={20} />
          {row.name}
        </span>
        {shown ? <Level level={shown} /> : null}
        {row.comment ? <span className={styles.soft}>{row.comment}</span> : null}
        <span className="visually-hidden">{t("group.rowDone")}</span>
      </li>
    );
  return (
    <li ref={line} className={styles.row} data-state={row.chosen ? "chosen" : "left"}>
      <label className={styles.person}>
        <input
          type="checkbox"
          checked={row.chosen}
          onChange={(event) => onChange({ chosen: event.currentTarget.checked })}
        />
        <span>{row.name}</span>
      </label>
      {row.chosen && shown ? (
        <LevelPicker
          compact
          hideLabel
          label={t("group.rowLevel", { name: row.name })}
          value={shown}
          onChange={(chosen) => onChange({ level: chosen })}
        />
      ) : (
        <span className={styles.soft}>{row.chosen ? "" : t("group.left")}</span>
      )}
      {row.chosen && noting ? (
        <TextInput
          type="text"
          className={styles.note ?? ""}
          aria-label={t("group.rowNote", { name: row.name })}
          placeholder={t("group.note")}
          value={row.comment}
          maxLength={1000}
          onChange={(event) => onChange({ comment: event.currentTarget.value })}
        />
      ) : null}
      {row.chosen && !noting ? (
        <TextButton
          aria-label={t("group.addNoteFor", { name: row.name })}
          onClick={() => {
            setNoting(true);
            setTimeout(() => line.current?.querySelector<HTMLElement>("input[type=text]")?.focus());
          }}
        >
          {t("group.addNote")}
        </TextButton>
      ) : null}
      {typeof row.outcome === "object" ? (
        <p className={styles.failed}>
          <Icon name="alert" size={18} />
          {refusal(row.outcome.code)}
        </p>
      ) : null}
    </li>
  );
}
