/** What is said around the quick answers. */
export const rights: Readonly<Record<string, string>> = {
  'Quick answers about codes, costs and distributors': '編碼、費用、發行商的快速解答',
  'A topic, or a question in your own words; without one, what there is':
    '輸入主題，或用自己的話問；不輸入就列出所有主題',
  'As in isrc, iswc, upc, cost, distributors, faq': '例如：isrc、iswc、upc、費用、發行商、常見問題',
  'What would you like to know?': '想知道什麼？',
  'Press a topic, or ask in your own words, as in <code>/rights how much does an ISRC cost</code>.':
    '請按一個主題，或用自己的話問，例如 <code>/rights ISRC 多少錢</code>。',
  'Questions asked often': '常見問題',
  'Several answers touch on this': '有幾則解答和這個有關',
  'Press the one you mean.': '請按你要的那一則。',
  'There is no quick answer about “{query}”': '沒有關於「{query}」的快速解答',
  'The nearest ones are below.': '最接近的在下面。',
  Source: '來源',
  'Sources: {sources}': '來源：{sources}',
  '{source} (please check)': '{source}（請再查證）',
};
