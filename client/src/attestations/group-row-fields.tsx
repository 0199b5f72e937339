import type { Level as LevelValue } from "@acquis/shared/platform/primitives.schema.ts";
import { useTranslation } from "react-i18next";
import { TextInput } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { Level, LevelPicker } from "../ui/level.tsx";
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
  const shown = row.level ?? level;
  if (row.outcome === "done")
    return (
      <li className={styles.row} data-state="done">
        <span className={styles.doneName}>
          <Icon name="check" size={20} />
          {row.name}
        </span>
        {shown ? <Level level={shown} /> : null}
        <span className={styles.soft}>{row.comment || t("group.rowDone")}</span>
      </li>
    );
  return (
    <li className={styles.row} data-state={row.chosen ? "chosen" : "left"}>
      <label className={styles.person}>
        <input
          type="checkbox"
          checked={row.chosen}
          onChange={(event) => onChange({ chosen: event.currentTarget.checked })}
        />
        <span>{row.name}</span>
      </label>
      {row.chosen ? (
        <>
          <LevelPicker
            compact
            hideLabel
            label={t("group.rowLevel", { name: row.name })}
            value={shown}
            onChange={(chosen) => onChange({ level: chosen })}
          />
          <TextInput
            aria-label={t("group.rowNote", { name: row.name })}
            placeholder={t("group.note")}
            value={row.comment}
            maxLength={1000}
            onChange={(event) => onChange({ comment: event.currentTarget.value })}
          />
        </>
      ) : (
        <span className={styles.soft}>{t("group.left")}</span>
      )}
      {typeof row.outcome === "object" ? (
        <p className={styles.failed}>
          <Icon name="alert" size={18} />
          {refusal(row.outcome.code)}
        </p>
      ) : null}
    </li>
  );
}
