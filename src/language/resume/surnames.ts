const compound =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 司徒 司空 端木 南宫 独孤 拓跋 轩辕 百里 呼延 东郭 申屠 澹台 闻人 赫连 公冶 濮阳 淳于 单于 太叔 钟离 鲜于 闾丘 亓官 仲孙 西门 第五 完颜 耶律 纳兰 阿不都 买买提'.split(
    ' ',
  );
const single =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方白邹孟熊秦邱江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪季殷齐樊安颜倪裴庞邢岳翟梅庄辛管祝左涂耿关宁欧章俞柴鲁葛聂房焦苗盛路单卜牛冉童米华成戚谷项纪卫游曲欧阮凌骆柳毕穆喻蒲葛祁柯车谌卓蓝简甘詹艾芦娄甄温兰鲍柏应席柬苟计尤晏仇舒寇荆佟麦景窦丛封储靳原褚阎鄢滕饶费解冷鹿商古厉郎查晁屈明缪边苑宫包佘桑辜隋芮阚时申桂邬巩池臧鞠栾全闵邝裘敖刁楚诸花沙濮党栗巫卞练揭粟冀惠贝幸司匡肇仲于晋谈狄项戎宗利瞿虞连都辛丰衣弓水斯贡胥强占位代兴符初娜迟宿盖麻莘谯雍漆牟於农居战哈后';
const surnames = new Set([...Array.from(single), ...compound]);

/** Whether a Chinese phrase has a name's shape: a surname of the common ones and one to three characters more. */
export function isChineseName(text: string): boolean {
  if (!/^[一-龥]{2,4}$|^[一-龥]{1,6}·[一-龥]{1,8}$/.test(text)) return false;
  if (text.includes('·')) return true;
  const two = text.slice(0, 2);
  if (surnames.has(two) && text.length >= 3) return true;
  return surnames.has(text.slice(0, 1)) && text.length <= 3;
}

/** How many characters a name at the beginning of running text has at most: 4 with a surname of two characters, else 3. */
export function surnameLength(text: string): number {
  if (surnames.has(text.slice(0, 2)) && compound.includes(text.slice(0, 2))) return 2;
  return surnames.has(text.slice(0, 1)) ? 1 : 0;
}
