interface Pointer {
  clientX: number;
  clientY: number;
}

/**
 * Where a pointer is on a slide that is drawn as large as `element` allows, in the middle of it and never cut: in pixels of the
 * 1280 by 720 slide. Outside the slide the numbers are outside 0–1280 and 0–720.
 */
export function slidePoint(element: Element, pointer: Pointer): [x: number, y: number] {
  const box = element.getBoundingClientRect();
  const scale = Math.min(box.width / 1280, box.height / 720) || 1;
  return [
    (pointer.clientX - box.left - (box.width - 1280 * scale) / 2) / scale,
    (pointer.clientY - box.top - (box.height - 720 * scale) / 2) / scale,
  ];
}

/**
 * Where a pointer is on what fills `element`, such as a lab's figure, which has another shape in
 * each window: in parts of 1280 across and 720 down.
 */
export function boxPoint(element: Element, pointer: Pointer): [x: number, y: number] {
  const box = element.getBoundingClientRect();
  return [
    ((pointer.clientX - box.left) / (box.width || 1)) * 1280,
    ((pointer.clientY - box.top) / (box.height || 1)) * 720,
  ];
}
