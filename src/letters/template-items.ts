// Does every letter by a template say what it asks money for? One whose list of documents stands in a branch that some letters do not take asks for money without saying for what.
import Handlebars from 'handlebars';

/** `part` is the text of a part by its name: no template is a part of itself here. */
export function alwaysListsItems(text: string, part: (name: string) => string | undefined): boolean {
  const inText = (one: string): boolean => Handlebars.parse(one).body.some(inStatement);
  const inProgram = (program: hbs.AST.Program | undefined): boolean => program?.body.some(inStatement) ?? false;
  const inStatement = (statement: hbs.AST.Statement): boolean => {
    switch (statement.type) {
      case 'MustacheStatement':
        return nameOf((statement as hbs.AST.MustacheStatement).path) === 'items';
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        // There are always items.
        const isOfItems = nameOf(block.params[0]) === 'items';
        const [then, other] = [inProgram(block.program), inProgram(block.inverse)];
        if (isOfItems) return block.path.original === 'if' ? then : other;
        return then && other;
      }
      case 'PartialStatement':
        return inText(part(nameOf((statement as hbs.AST.PartialStatement).name)) ?? '');
      default:
        return false;
    }
  };
  return inText(text);
}

function nameOf(node: hbs.AST.Node | undefined): string {
  return node !== undefined && 'original' in node ? String(node.original) : '';
}
