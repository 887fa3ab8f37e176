package io.tidemark.server.http;

import io.tidemark.terms.Words;

/**
 * Why a request was not carried out.
 *
 * @param status the HTTP status
 * @param rule the short stable name of the reason, for programs
 * @param detail the reason, for people; without anything that the caller sent
 */
public record Problem(int status, String rule, Words detail) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** A problem in both languages. */
  public static Problem of(int status, String rule, String zh, String en) {
    return new Problem(status, rule, new Words(zh, en));
  }

  /** The problem of a status for which nothing more is known. */
  static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> of(401, "not-signed-in", "请先登录", "sign in first");
      case 403 -> of(403, "forbidden", "不允许此操作", "this is not allowed");
      case 404 -> of(404, "not-found", "没有此内容", "there is nothing here");
      case 405 -> of(405, "method-not-allowed", "此地址不支持该方法", "this address has no such method");
      case 406 -> of(406, "not-acceptable", "只能以 JSON 回答", "the answer can only be JSON");
      case 408 -> of(408, "too-slow", "请求内容传送过慢", "the body came too slowly");
      case 413 -> of(413, "body-too-large", "请求内容过大", "the body is too large");
      case 415 ->
          of(415, "not-json", "请求内容应为 application/json", "the body must be application/json");
      case 429 ->
          of(429, "too-many-requests", "请求过于频繁，请稍后再试", "too many requests: wait, then try again");
      case 409 ->
          of(
              409,
              "outcome-unknown",
              "此请求没有得到回答就中断了：请先查看是否已经发生，再换一个 Idempotency-Key 重试",
              "the request was cut off before its answer: look whether it happened, then try again"
                  + " under a new key");
      case 503 ->
          of(
              503,
              "unavailable",
              "数据库中断，未确认的操作没有发生；请重试",
              "the database was cut off: what was not acknowledged did not happen; try again");
      default ->
          status >= 500
              ? of(
                  500,
                  "fault",
                  "系统内部错误，请把 instance 告诉管理员",
                  "an internal fault: tell the operator its instance")
              : of(
                  status,
                  "bad-request",
                  "请求不合格式，请对照 /openapi.json",
                  "the request is not as /openapi.json describes it");
    };
  }

  /** What kind of problem it is, as a heading. */
  public Words title() {
    return switch (status) {
      case 400 -> new Words("请求不合格式", "Bad request");
      case 401 -> new Words("未登录", "Not signed in");
      case 403 -> new Words("被拒绝", "Refused");
      case 404 -> new Words("没有此内容", "Not found");
      case 409 -> new Words("与现状冲突", "Conflict");
      case 413 -> new Words("内容过大", "Too large");
      case 422 -> new Words("无法照办", "Cannot be done as asked");
      case 429 -> new Words("过于频繁", "Too many requests");
      default -> status >= 500 ? new Words("系统错误", "Fault") : new Words("请求有误", "Request refused");
    };
  }
}
