package io.tidemark.telephone;

import gov.nist.core.ServerLogger;
import gov.nist.core.StackLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;

/**
 * The logs of the SIP stack, which would hold numbers of people: there are none. The stack makes it
 * by its name; without it, it would look for log4j 1.
 */
public final class Silence implements StackLogger, ServerLogger {
  @Override
  public boolean isLoggingEnabled() {
    return false;
  }

  @Override
  public boolean isLoggingEnabled(int level) {
    return false;
  }

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public String getLoggerName() {
    return "";
  }

  @Override
  public void logStackTrace() {
    // nothing
  }

  @Override
  public void logStackTrace(int level) {
    // nothing
  }

  @Override
  public void logException(Throwable fault) {
    // nothing
  }

  @Override
  public void logException(Exception fault) {
    // nothing
  }

  @Override
  public void logDebug(String message) {
    // nothing
  }

  @Override
  public void logDebug(String message, Exception fault) {
    // nothing
  }

  @Override
  public void logTrace(String message) {
    // nothing
  }

  @Override
  public void logFatalError(String message) {
    // nothing
  }

  @Override
  public void logError(String message) {
    // nothing
  }

  @Override
  public void logError(String message, Exception fault) {
    // nothing
  }

  @Override
  public void logWarning(String message) {
    // nothing
  }

  @Override
  public void logInfo(String message) {
    // nothing
  }

  @Override
  public void disableLogging() {
    // it is off
  }

  @Override
  public void enableLogging() {
    // it stays off
  }

  @Override
  public void setBuildTimeStamp(String stamp) {
    // nothing
  }

  @Override
  public void setStackProperties(Properties properties) {
    // nothing
  }

  @Override
  public void setSipStack(SipStack stack) {
    // nothing
  }

  @Override
  public void closeLogFile() {
    // nothing
  }

  @Override
  public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
    // nothing
  }

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sender, long time) {
    // nothing
  }

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sender) {
    // nothing
  }
}
