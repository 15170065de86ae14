using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Shopify.Client;

/// <summary>The log lines of the client; what repeats with every answer is written once.</summary>
internal sealed partial class ShopifyLog(ILogger logger, string askedVersion, TimeProvider time)
{
    private const int MaxWritten = 1000;
    private const int DaysBeforeTheEnd = 90;
    private readonly ConcurrentDictionary<string, string> _written = new(StringComparer.Ordinal);

    public void Retrying(string operationName, int attempt, TimeSpan wait, string errorType) =>
        LogRetrying(logger, operationName, attempt, (long)wait.TotalMilliseconds, errorType);

    public void BreakerOpened(ShopDomain shop, TimeSpan pause) => LogBreakerOpened(logger, shop.Value, (long)pause.TotalSeconds);

    public void NotSettled(Exception failure) => LogNotSettled(logger, failure);

    public void Served(string operationName, string? version, string? deprecation)
    {
        if (version is not null)
            ServedVersion(version);
        if (deprecation is not null && IsFirst("deprecated " + operationName))
            LogDeprecated(logger, operationName, deprecation);
    }

    public void Ignored(string operationName, IReadOnlyList<SearchWarning> warnings)
    {
        foreach (var warning in warnings)
        {
            // The field's name can be a shopper's word when a host built its search by hand, so it is not written.
            if (IsFirst("ignored " + operationName))
                LogIgnored(logger, operationName, warning.Code ?? "unknown");
        }
    }

    private void ServedVersion(string version)
    {
        // Known versions come with every answer, so nothing is built for them.
        if (_written.ContainsKey(version) || !IsFirst(version))
            return;
        if (version != askedVersion)
            LogOtherVersion(logger, askedVersion, version);
        else if (ShopifyApiVersion.TryParse(version, out var parsed) && parsed.SupportedUntil is { } end
            && DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(DaysBeforeTheEnd) >= end)
            LogEndsSoon(logger, version, end);
    }

    private bool IsFirst(string key) => _written.Count < MaxWritten && _written.TryAdd(key, key);

    [LoggerMessage(1, LogLevel.Information, "{Operation} failed at attempt {Attempt} ({ErrorType}); next attempt in {WaitMilliseconds} ms")]
    private static partial void LogRetrying(ILogger logger, string operation, int attempt, long waitMilliseconds, string errorType);

    [LoggerMessage(2, LogLevel.Warning, "Shopify serves API version {Served} instead of {Asked}; the version asked for may have ended")]
    private static partial void LogOtherVersion(ILogger logger, string asked, string served);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} uses something deprecated: {Reason}")]
    private static partial void LogDeprecated(ILogger logger, string operation, string reason);

    [LoggerMessage(4, LogLevel.Warning, "{Shop} gave no usable answer many times in a row; its calls fail at once for {Seconds} s")]
    private static partial void LogBreakerOpened(ILogger logger, string shop, long seconds);

    [LoggerMessage(5, LogLevel.Warning, "Shopify ignored a search filter of {Operation} ({Code}), so more is found than asked for")]
    private static partial void LogIgnored(ILogger logger, string operation, string code);

    [LoggerMessage(7, LogLevel.Error, "The cost budget could not be told what a call took")]
    private static partial void LogNotSettled(ILogger logger, Exception failure);

    [LoggerMessage(6, LogLevel.Warning, "API version {Version} is supported until {End}; choose a later one")]
    private static partial void LogEndsSoon(ILogger logger, string version, DateOnly end);
}
