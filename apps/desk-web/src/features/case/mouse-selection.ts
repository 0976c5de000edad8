import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { Stretch } from './spans';

/** The stretch of a letter that is selected with the mouse (or by touch), as offsets into its text; null when nothing is. */
export function useMouseSelection(box: RefObject<HTMLElement | null>): Stretch | null {
  const [selected, setSelected] = useState<Stretch | null>(null);
  useEffect(() => {
    const listen = () => {
      const next = box.current ? selectionIn(box.current) : null;
      setSelected((before) => (before?.start === next?.start && before?.end === next?.end ? before : next));
    };
    document.addEventListener('selectionchange', listen);
    return () => document.removeEventListener('selectionchange', listen);
  }, [box]);
  return selected;
}

function selectionIn(box: HTMLElement): Stretch | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.commonAncestorContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  const end = start + range.toString().length;
  return end > start ? { start, end } : null;
}
