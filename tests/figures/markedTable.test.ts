import { withTable } from './markedTable';

const readme = '# Name\n\nWords.\n\n## Settings\n\nMore.\n';

test('the heading and the markers are added before the settings', () => {
  const once = withTable(readme, 'figures', '| a |\n');
  expect(once).toBe('# Name\n\nWords.\n\n## Figures\n\n<!-- figures -->\n\n| a |\n\n<!-- /figures -->\n\n## Settings\n\nMore.\n');
});

test('what stands between the markers is replaced, and nothing else', () => {
  const once = withTable(readme, 'figures', '| a |').replace('<!-- figures -->', 'On questions kept aside.\n\n<!-- figures -->');
  expect(withTable(once, 'figures', '| b |')).toBe(once.replace('| a |', '| b |'));
  expect(withTable(once, 'figures', '| a |')).toBe(once);
});

test('a second table goes after the first, in the same part', () => {
  const both = withTable(withTable(readme, 'figures', '| a |'), 'bench', '| b |');
  expect(both).toContain('<!-- /figures -->\n\n<!-- bench -->\n\n| b |\n\n<!-- /bench -->\n\n## Settings');
  expect(both.match(/## Figures/g)).toHaveLength(1);
});

test('a text without settings gets it at the end', () => {
  expect(withTable('# Name\n', 'figures', '| a |')).toBe('# Name\n\n## Figures\n\n<!-- figures -->\n\n| a |\n\n<!-- /figures -->\n');
});
