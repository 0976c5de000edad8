import { Button } from '@kotae/ui';

/** Opens a row of a table for changing; says whose row it is to those who hear it. */
export function EditButton({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <Button type="button" variant="tertiary" size="small" aria-label={`${name}を変更する`} onClick={onClick}>
      変更
    </Button>
  );
}
