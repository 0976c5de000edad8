/** A field for programs that fill in everything: out of sight, out of the tab order, not read aloud. */
export function TrapField() {
  return (
    <div className="p-trap" aria-hidden="true">
      <label htmlFor="website">ここには何も書かないでください</label>
      <input type="text" id="website" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
    </div>
  );
}
