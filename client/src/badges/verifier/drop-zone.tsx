import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../ui/icon.tsx";
import { ACCEPTED, type FileProblem, problemOfFile } from "./badge-file.ts";
import styles from "./reading.module.css";

interface DropZoneProps {
  onFile: (file: File) => void;
  disabled: boolean;
}

/** A label over a native file field: pressed, reached by Tab, or dropped upon, it gives the same file. */
export function DropZone({ onFile, disabled }: DropZoneProps) {
  const { t } = useTranslation("badgeReading");
  const id = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const take = (files: FileList | null) => {
    const [file, ...more] = files ?? [];
    if (!file || disabled) return;
    const found = more.length > 0 ? "several" : problemOfFile(file);
    setProblem(found);
    if (!found) onFile(file);
  };
  const drag = (event: DragEvent, entering: boolean) => {
    event.preventDefault();
    setOver(entering && !disabled);
  };
  return (
    <div>
      <label
        className={styles.drop}
        data-over={over}
        data-disabled={disabled}
        htmlFor={id}
        onDragEnter={(event) => drag(event, true)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={(event) => {
          drag(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <Icon name="plus" size={32} />
        <span className={styles.dropWords}>
          <strong>{over ? t("drop.here") : t("drop.choose")}</strong>
          <span>{t("drop.orDrop")}</span>
        </span>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept={ACCEPTED}
          disabled={disabled}
          aria-describedby={`${id}-help${problem ? ` ${id}-problem` : ""}`}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file chosen again is a new choice.
            event.currentTarget.value = "";
          }}
        />
      </label>
      <p id={`${id}-help`} className={styles.help}>
        {t("drop.kinds")}
      </p>
      {problem ? (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {t(`problems.${problem}`)}
        </p>
      ) : null}
    </div>
  );
}
