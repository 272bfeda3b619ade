import ts from 'typescript';

/** The list of slides in the text of a part's file. */
export interface SlideList {
  ids: string[];
  /** Where in the text another slide would be added: after the last one. */
  end: number;
}

/** Finds `slides: [ … ]` in a part's file; null where there is none. */
export function slideList(text: string): SlideList | null {
  const file = ts.createSourceFile('part.ts', text, ts.ScriptTarget.Latest, true);
  let found: SlideList | null = null;
  const visit = (node: ts.Node): void => {
    if (found === null && isSlides(node)) {
      const { elements } = node.initializer;
      const last = elements.at(-1);
      found = { ids: elements.flatMap(idOf), end: (last ?? elements).end };
    }
    if (found === null) ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

type SlidesProperty = ts.PropertyAssignment & { initializer: ts.ArrayLiteralExpression };

const isSlides = (node: ts.Node): node is SlidesProperty =>
  ts.isPropertyAssignment(node) &&
  node.name.getText() === 'slides' &&
  ts.isArrayLiteralExpression(node.initializer);

function idOf(slide: ts.Expression): string[] {
  if (!ts.isObjectLiteralExpression(slide)) return [];
  return slide.properties.flatMap((property) =>
    ts.isPropertyAssignment(property) &&
    property.name.getText() === 'id' &&
    ts.isStringLiteralLike(property.initializer)
      ? [property.initializer.text]
      : [],
  );
}
