export interface CodeTextProps {
  label: string;
  /** With separators as they are to be read, e.g. `7KQF-M2XD-9RTA`. */
  value: string;
  note?: string;
  id?: string;
}

/** A number or code to be copied by hand: large, spaced, selected by one click. */
export function CodeText({ label, value, note, id }: CodeTextProps) {
  return (
    <div className="k-code">
      <p className="k-code__label">{label}</p>
      <p className="k-code__value" id={id} translate="no">
        {value}
      </p>
      {note && <p className="k-code__note">{note}</p>}
    </div>
  );
}
