/** Names of options in commands; distinct within each command. */
export const names: Readonly<Record<string, string>> = {
  codes: '編碼',
  file: '檔案',
  text: '文字',
  places: '地區',
  topic: '主題',
  command: '指令',
  for: '對象',
  language: '語言',
  timezone: '時區',
  before: '之前',
  entry: '編號',
};
