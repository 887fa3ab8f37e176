package io.tidemark.formats.text;

/**
 * Common surnames of China, as a class of a regular expression; rare ones are left to the finder of
 * {@code classify}.
 */
final class Surnames {
  static final String CLASS =
      "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁"
          + "沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤]";

  private Surnames() {}
}
